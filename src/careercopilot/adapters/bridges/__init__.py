"""Ports of lower contexts over the published use cases of upper ones: the only way knowledge comes down."""
