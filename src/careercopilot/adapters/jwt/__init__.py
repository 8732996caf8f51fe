"""JWT: signed tokens that can be read without asking a database."""
