"""The wiring of each context: one line per binding."""
