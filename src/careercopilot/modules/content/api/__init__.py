"""What content publishes: use cases, models, events and errors."""
