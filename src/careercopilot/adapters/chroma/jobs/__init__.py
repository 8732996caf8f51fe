"""The vectors of jobs in Chroma."""
