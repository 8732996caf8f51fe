"""What insights publishes: use cases, models, events and errors."""
