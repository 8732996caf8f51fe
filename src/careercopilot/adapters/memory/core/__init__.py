"""The in-memory database and what every context needs of it."""
