"""The composition root: settings, wiring, and who subscribes to which event."""
