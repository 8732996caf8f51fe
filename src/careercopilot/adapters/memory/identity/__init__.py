"""The ports of identity, in memory."""
