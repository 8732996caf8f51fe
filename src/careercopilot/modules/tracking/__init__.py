"""Tracking: a person's applications on their way through the pipeline.

Owns applications, their status and timeline, and everything attached to them.
"""
