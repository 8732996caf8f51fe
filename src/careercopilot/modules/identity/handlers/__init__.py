"""The use cases and subscribers of identity, one file each."""
