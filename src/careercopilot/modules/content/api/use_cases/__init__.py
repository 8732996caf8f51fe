"""The use cases that content offers, as ports."""
