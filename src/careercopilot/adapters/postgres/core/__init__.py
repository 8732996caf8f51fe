"""What every context needs of PostgreSQL: engines, sessions, unit of work, outbox."""
