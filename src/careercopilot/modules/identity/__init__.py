"""Identity: who a person is, how they prove it, and what they may do.

Owns accounts, credentials, sessions, roles and the person's profile.
"""
