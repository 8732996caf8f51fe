"""Vectors by feature hashing: no model, no download, no service."""
