"""The use cases and subscribers of jobs, one file each."""
