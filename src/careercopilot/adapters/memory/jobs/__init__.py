"""The ports of jobs, in memory."""
