"""The ports of insights, in memory."""
