"""Keeping and reading saved searches."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.saved_searches import SavedSearchView
from careercopilot.modules.jobs.domain.saved_search import SavedSearch


class SavedSearchRepository(Protocol):
    """Saved searches, within the scope's unit of work.

    A run that holds searches against arrivals leases them. A lease ends when it is settled, when its time is over,
    and when the search is changed: what the run found is then of no account.
    """

    async def add(self, search: SavedSearch) -> None:
        """Store it. Raises TooManySavedSearches when the person keeps as many as anybody can."""
        ...

    async def find(self, user_id: UUID, saved_search_id: UUID) -> SavedSearch | None:
        """Return the person's saved search; nobody else changes it until the end of the transaction."""
        ...

    async def replace(self, search: SavedSearch) -> None:
        """Store a new version and end its lease. Raises PreconditionFailed when another was stored meanwhile."""
        ...

    async def remove(self, search: SavedSearch) -> None:
        """Delete this version. Raises PreconditionFailed when another has been stored meanwhile."""
        ...

    async def take_due(
        self, run_id: UUID, now: datetime, until: datetime, upto: int, limit: int
    ) -> Sequence[SavedSearch]:
        """Lease to the run searches that nobody has: those whose calendar says so, and instant ones behind ``upto``.

        What another transaction takes at the same moment is left out.
        """
        ...

    async def settle(self, searches: Sequence[SavedSearch], run_id: UUID) -> frozenset[UUID]:
        """Store how far those have looked that the run still has, and free them; return their ids."""
        ...


class SavedSearchViews(Protocol):
    """Saved searches as their owner sees them, committed."""

    async def find(self, user_id: UUID, saved_search_id: UUID) -> SavedSearchView | None:
        """Return one."""
        ...

    async def page(self, user_id: UUID, request: PageRequest) -> Page[SavedSearchView]:
        """Return a page, the last saved first."""
        ...
