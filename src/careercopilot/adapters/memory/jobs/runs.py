"""The run ledger for writing, in memory."""

from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.jobs.boards import board_of
from careercopilot.adapters.memory.jobs.rows import BOARDS, SOURCE_RUNS, BoardRow
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.run import SourceRun


class MemoryRunRepository:
    """Copies of runs, by id."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def add(self, run: SourceRun) -> None:
        self._rows[run.id] = replace(run)

    async def save(self, run: SourceRun) -> None:
        stored = self._rows.get(run.id)
        if stored is not None and stored.status == "running":
            self._rows[run.id] = replace(run)

    async def lost(self, now: datetime) -> Sequence[tuple[SourceRun, Board]]:
        boards = self._session.table(BOARDS)
        running = [run for run in self._rows.values() if run.status == "running"]
        lost = [run for run in running if not _has_lease(boards[run.board_id], run, now)]
        return [(replace(run), board_of(boards[run.board_id])) for run in sorted(lost, key=lambda run: run.id)]

    @property
    def _rows(self) -> MutableMapping[UUID, SourceRun]:
        return self._session.table(SOURCE_RUNS)


def _has_lease(board: BoardRow, run: SourceRun, now: datetime) -> bool:
    return board.lease_owner == run.id and board.lease_until is not None and board.lease_until >= now
