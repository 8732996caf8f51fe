"""Career Copilot: a self-hosted, multi-user job-search service."""
