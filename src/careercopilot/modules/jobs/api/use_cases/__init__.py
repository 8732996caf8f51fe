"""The use cases that jobs offers, as ports."""
