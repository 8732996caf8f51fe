"""The schema's history, one migration after the other, up and down."""
