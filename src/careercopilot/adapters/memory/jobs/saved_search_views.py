"""Saved searches for reading, in memory."""

from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import SAVED_SEARCHES, SavedSearchRow
from careercopilot.adapters.memory.jobs.saved_searches import search_of
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.jobs.api.saved_searches import SavedSearchView


class MemorySavedSearchViews:
    """Sees what is committed."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._rows: dict[UUID, SavedSearchRow] = database.table(SAVED_SEARCHES)

    async def find(self, user_id: UUID, saved_search_id: UUID) -> SavedSearchView | None:
        row = self._rows.get(saved_search_id)
        return search_of(row).view() if row is not None and row.user_id == user_id else None

    async def page(self, user_id: UUID, request: PageRequest) -> Page[SavedSearchView]:
        mine = [row for row in self._rows.values() if row.user_id == user_id]
        newest = sorted(mine, key=lambda row: (row.created_at, row.id), reverse=True)
        shown = newest[request.offset : request.offset + request.limit]
        return Page(tuple(search_of(row).view() for row in shown), request, *capped(len(mine)))
