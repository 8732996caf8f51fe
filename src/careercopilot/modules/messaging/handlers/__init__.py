"""The use cases and subscribers of messaging, one file each."""
