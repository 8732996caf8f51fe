"""What identity publishes: use cases, models, events and errors."""
