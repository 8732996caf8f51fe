"""The use cases and subscribers of tracking, one file each."""
