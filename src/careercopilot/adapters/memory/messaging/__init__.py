"""The ports of messaging, in memory."""
