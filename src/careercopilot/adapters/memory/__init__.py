"""In-memory adapters: the whole product without a database, for fast tests."""
