"""Sanitising HTML and reading it as text."""
