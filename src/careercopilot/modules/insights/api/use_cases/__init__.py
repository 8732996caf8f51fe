"""The use cases that insights offers, as ports."""
