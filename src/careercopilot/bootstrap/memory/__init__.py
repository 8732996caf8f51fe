"""The wiring of the in-memory adapters. Nothing in production imports it, nor what only they need."""
