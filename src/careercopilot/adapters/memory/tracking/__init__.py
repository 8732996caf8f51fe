"""The ports of tracking, in memory."""
