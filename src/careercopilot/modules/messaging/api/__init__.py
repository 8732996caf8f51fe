"""What messaging publishes: use cases, models, events and errors."""
