"""Demo postings, put together from hand-written pieces."""
