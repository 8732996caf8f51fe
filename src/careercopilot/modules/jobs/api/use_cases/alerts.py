"""Holding saved searches against the jobs that arrive. For workers: nothing here is anybody's own request."""

from typing import Protocol

from careercopilot.modules.jobs.api.saved_searches import Matching


class MatchSavedSearches(Protocol):
    """Tell people of jobs that arrived."""

    async def __call__(self) -> Matching:
        """Hold each search whose time has come against what arrived since it last was; tell SavedSearchMatched.

        Can run any number of times, also at once: an arrival is told to a search once, and never lost.
        """
        ...


class ForgetOldArrivals(Protocol):
    """Forget arrivals that nobody waits for any more."""

    async def __call__(self) -> int:
        """Drop those of more than ten days ago that every search has been held against; return how many."""
        ...
