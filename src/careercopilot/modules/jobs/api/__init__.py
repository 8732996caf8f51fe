"""What jobs publishes: use cases, models, events and errors."""
