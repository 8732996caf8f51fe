"""Messaging: telling people in time, in the app, live, by e-mail and by webhook.

Owns notifications, preferences, deliveries and their attempts.
"""
