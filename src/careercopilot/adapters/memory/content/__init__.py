"""The ports of content, in memory."""
