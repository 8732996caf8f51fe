"""The use cases that tracking offers, as ports."""
