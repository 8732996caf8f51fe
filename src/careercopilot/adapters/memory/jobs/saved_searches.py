"""Saved searches for writing, in memory."""

from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.jobs.rows import SAVED_SEARCHES, SavedSearchRow
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.jobs.api.errors import TooManySavedSearches
from careercopilot.modules.jobs.api.saved_searches import MOST_SAVED_SEARCHES, AlertFrequency
from careercopilot.modules.jobs.domain.saved_search import SavedSearch


class MemorySavedSearchRepository:
    """One row per search, its lease in it."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def add(self, search: SavedSearch) -> None:
        if sum(row.user_id == search.user_id for row in self._rows.values()) >= MOST_SAVED_SEARCHES:
            raise TooManySavedSearches(MOST_SAVED_SEARCHES)
        self._rows[search.id] = SavedSearchRow(**vars(search))

    async def find(self, user_id: UUID, saved_search_id: UUID) -> SavedSearch | None:
        row = self._rows.get(saved_search_id)
        return search_of(row) if row is not None and row.user_id == user_id else None

    async def replace(self, search: SavedSearch) -> None:
        self._expect(search, search.version - 1)
        self._rows[search.id] = SavedSearchRow(**vars(search))

    async def remove(self, search: SavedSearch) -> None:
        self._expect(search, search.version)
        del self._rows[search.id]

    async def take_due(
        self, run_id: UUID, now: datetime, until: datetime, upto: int, limit: int
    ) -> Sequence[SavedSearch]:
        free = [row for row in self._rows.values() if row.lease_until is None or row.lease_until < now]
        due = sorted((row for row in free if row.due_at is not None and row.due_at <= now), key=_due_at)
        instant = [row for row in free if row.frequency is AlertFrequency.INSTANT and row.seen < upto]
        behind = sorted(instant, key=lambda row: row.seen)
        taken = [*due, *behind][:limit]
        for row in taken:
            self._rows[row.id] = replace(row, lease_owner=run_id, lease_until=until)
        return [search_of(row) for row in taken]

    async def settle(self, searches: Sequence[SavedSearch], run_id: UUID) -> frozenset[UUID]:
        held = [s for s in searches if (row := self._rows.get(s.id)) is not None and row.lease_owner == run_id]
        for search in held:
            self._rows[search.id] = SavedSearchRow(**vars(search))
        return frozenset(search.id for search in held)

    @property
    def _rows(self) -> MutableMapping[UUID, SavedSearchRow]:
        return self._session.table(SAVED_SEARCHES)

    def _expect(self, search: SavedSearch, version: int) -> None:
        row = self._rows.get(search.id)
        if row is None or row.version != version:
            raise PreconditionFailed


def search_of(row: SavedSearchRow) -> SavedSearch:
    """Return the search that a row holds."""
    return SavedSearch(**{name: value for name, value in vars(row).items() if not name.startswith("lease_")})


def _due_at(row: SavedSearchRow) -> datetime:
    assert row.due_at is not None  # noqa: S101 - asked of those that are due
    return row.due_at
