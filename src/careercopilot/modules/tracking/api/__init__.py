"""What tracking publishes: use cases, models, events and errors."""
