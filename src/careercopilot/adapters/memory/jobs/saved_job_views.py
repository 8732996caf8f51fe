"""Reading saved jobs in memory."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.cards import Cards
from careercopilot.adapters.memory.jobs.rows import JOBS, SAVED_JOBS, SavedJobRow
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.jobs.api.saved_jobs import SavedJobView


class MemorySavedJobViews:
    """Looks at every saved job, each time."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database
        self._cards = Cards(database)

    async def find(self, user_id: UUID, saved_job_id: UUID) -> SavedJobView | None:
        row: SavedJobRow | None = self._database.table(SAVED_JOBS).get(saved_job_id)
        return self._view(row) if row is not None and row.user_id == user_id else None

    async def page(self, user_id: UUID, tag: str | None, request: PageRequest) -> Page[SavedJobView]:
        mine = [row for row in self._rows() if row.user_id == user_id and _tagged(row, tag)]
        newest = sorted(mine, key=lambda row: (row.created_at, row.id), reverse=True)
        shown = newest[request.offset : request.offset + request.limit]
        total, relation = capped(min(len(mine), COUNT_CAP + 1))
        return Page(tuple(self._view(row) for row in shown), request, total, relation)

    async def everything(self, user_id: UUID) -> Sequence[SavedJobView]:
        mine = [row for row in self._rows() if row.user_id == user_id]
        return [self._view(row) for row in sorted(mine, key=lambda row: (row.created_at, row.id), reverse=True)]

    def _rows(self) -> list[SavedJobRow]:
        return list(self._database.table(SAVED_JOBS).values())

    def _view(self, row: SavedJobRow) -> SavedJobView:
        return SavedJobView(
            id=row.id,
            job=self._cards.card(row.user_id, self._database.table(JOBS)[row.job_id]),
            notes=row.notes or "",
            tags=row.tags,
            version=row.version,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )


def _tagged(row: SavedJobRow, tag: str | None) -> bool:
    return tag is None or tag.lower() in {known.lower() for known in row.tags}
