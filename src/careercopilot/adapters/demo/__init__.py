"""A source of our own: fictional employers, so that a new installation has something to show."""
