"""Argon2: the password hash that costs an attacker memory."""
