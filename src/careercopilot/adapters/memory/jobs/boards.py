"""Boards for writing, in memory."""

from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.jobs.rows import BOARDS, POSTINGS, SOURCE_RUNS, BoardRow
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.ports.boards import LeaseLost


class MemoryBoardRepository:
    """One row per board, its lease in it."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def follow(self, board: Board) -> tuple[Board, bool]:
        row = self._named(board.source, board.name)
        if row is None:
            self._rows[board.id] = _row_of(board)
            return board, True
        fresh = not row.followed
        company = board.company_name or row.company_name
        next_run_at = board.next_run_at if fresh else row.next_run_at
        self._rows[row.id] = replace(row, followed=True, company_name=company, next_run_at=next_run_at)
        return board_of(self._rows[row.id]), fresh

    async def add_missing(self, boards: Sequence[Board]) -> int:
        missing = [board for board in boards if self._named(board.source, board.name) is None]
        for board in missing:
            self._rows[board.id] = _row_of(board)
        return len(missing)

    async def unfollow(self, board_id: UUID) -> bool:
        row = self._rows.get(board_id)
        if row is None or not row.followed:
            return False
        self._rows[board_id] = replace(row, followed=False)
        return True

    async def make_due(self, now: datetime, source: str | None, name: str | None) -> Sequence[Board]:
        chosen = [
            row
            for row in self._rows.values()
            if row.followed and source in {None, row.source} and name in {None, row.name}
        ]
        for row in chosen:
            self._rows[row.id] = replace(row, next_run_at=now)
        return [board_of(self._rows[row.id]) for row in sorted(chosen, key=lambda row: (row.source, row.name))]

    async def find(self, source: str, name: str) -> Board | None:
        row = self._named(source, name)
        return None if row is None else board_of(row)

    async def take(
        self, source: str, name: str, run_id: UUID, now: datetime, until: datetime, *, only_due: bool
    ) -> Board | None:
        row = self._named(source, name)
        if row is None or not is_free(row, now) or (only_due and not is_due(row, now)):
            return None
        self._rows[row.id] = replace(row, lease_owner=run_id, lease_until=until)
        return board_of(row)

    async def hold(self, board_id: UUID, run_id: UUID) -> None:
        self._held(board_id, run_id)

    async def settle(self, board: Board, run_id: UUID) -> None:
        row = self._held(board.id, run_id)
        learnt = _row_of(board)
        self._rows[board.id] = replace(learnt, followed=row.followed, company_name=row.company_name)

    async def settle_lost(self, board: Board, run_id: UUID) -> None:
        row = self._rows.get(board.id)
        if row is not None and row.lease_owner in {None, run_id}:
            freed = replace(row, lease_owner=None, lease_until=None)
            self._rows[board.id] = replace(freed, next_run_at=board.next_run_at, failures=board.failures)

    async def delete(self, board_id: UUID) -> None:
        self._rows.pop(board_id, None)
        for table in (SOURCE_RUNS, POSTINGS):
            rows = self._session.table(table)
            for key in [key for key, row in rows.items() if row.board_id == board_id]:
                del rows[key]

    @property
    def _rows(self) -> MutableMapping[UUID, BoardRow]:
        return self._session.table(BOARDS)

    def _named(self, source: str, name: str) -> BoardRow | None:
        return next((row for row in self._rows.values() if (row.source, row.name) == (source, name)), None)

    def _held(self, board_id: UUID, run_id: UUID) -> BoardRow:
        row = self._rows.get(board_id)
        if row is None or row.lease_owner != run_id:
            raise LeaseLost
        return row


def board_of(row: BoardRow) -> Board:
    """Return the board that a row holds."""
    return Board(
        id=row.id,
        source=row.source,
        name=row.name,
        company_name=row.company_name,
        followed=row.followed,
        etag=row.etag,
        last_modified=row.last_modified,
        confirmed_at=row.confirmed_at,
        suspected_at=row.suspected_at,
        next_run_at=row.next_run_at,
        failures=row.failures,
        created_at=row.created_at,
    )


def is_free(row: BoardRow, now: datetime) -> bool:
    """Tell whether no run has the board."""
    return row.lease_until is None or row.lease_until < now


def is_due(row: BoardRow, now: datetime) -> bool:
    """Tell whether the schedule asks for the board."""
    return row.followed and row.next_run_at is not None and row.next_run_at <= now


def _row_of(board: Board) -> BoardRow:
    return BoardRow(
        id=board.id,
        source=board.source,
        name=board.name,
        company_name=board.company_name,
        followed=board.followed,
        etag=board.etag,
        last_modified=board.last_modified,
        confirmed_at=board.confirmed_at,
        suspected_at=board.suspected_at,
        next_run_at=board.next_run_at,
        failures=board.failures,
        created_at=board.created_at,
    )
