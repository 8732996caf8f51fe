"""The worker: the relay, background tasks and the scheduler."""
