"""The use cases that messaging offers, as ports."""
