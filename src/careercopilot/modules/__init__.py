"""The six bounded contexts: identity, jobs, tracking, insights, content, messaging."""
