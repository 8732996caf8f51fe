"""Boards for reading, in memory."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.boards import board_of, is_due, is_free
from careercopilot.adapters.memory.jobs.rows import BOARDS, BoardRow
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.jobs.api.boards import BoardName, JobBoardView


class MemoryBoardViews:
    """Sees what is committed."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._rows: dict[UUID, BoardRow] = database.table(BOARDS)

    async def find(self, board_id: UUID) -> JobBoardView | None:
        row = self._rows.get(board_id)
        return board_of(row).view() if row is not None and row.followed else None

    async def page(self, request: PageRequest, source: str | None, board: str | None) -> Page[JobBoardView]:
        found = [row for row in self._followed(source) if board in {None, row.name}]
        some = found[request.offset : request.offset + request.limit]
        return Page(tuple(board_of(row).view() for row in some), request, *capped(len(found)))

    async def names(self, source: str | None) -> Sequence[BoardName]:
        return [BoardName(row.source, row.name) for row in self._followed(source)]

    async def due(self, now: datetime, sources: Collection[str], limit: int) -> Sequence[BoardName]:
        due = [r for r in self._rows.values() if is_due(r, now) and is_free(r, now) and r.source in sources]
        due.sort(key=lambda row: (row.next_run_at, row.id))
        return [BoardName(row.source, row.name) for row in due[:limit]]

    def _followed(self, source: str | None) -> list[BoardRow]:
        rows = [row for row in self._rows.values() if row.followed and source in {None, row.source}]
        return sorted(rows, key=lambda row: (row.source, row.name))
