"""The use cases that identity offers, as ports."""
