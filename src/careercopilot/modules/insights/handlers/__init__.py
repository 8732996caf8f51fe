"""The use cases and subscribers of insights, one file each."""
