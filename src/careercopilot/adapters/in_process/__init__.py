"""What one process can do for itself: cache, count and queue, within its own memory."""
