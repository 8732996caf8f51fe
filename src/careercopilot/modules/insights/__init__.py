"""Insights: what works, computed from facts that other contexts tell.

Owns its own read model, analytics, goals and reports; rebuildable from the other contexts at any time.
"""
