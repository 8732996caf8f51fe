"""The use cases and subscribers of content, one file each."""
