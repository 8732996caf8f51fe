"""The run ledger for writing, on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, insert, or_, select, update

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.jobs.board_rows import BOARD_COLUMNS, board_of
from careercopilot.adapters.postgres.jobs.run_rows import RUN_COLUMNS, row_of, run_of
from careercopilot.adapters.postgres.jobs.tables import board
from careercopilot.adapters.postgres.jobs.tables import source_run as t
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.run import SourceRun

_FIXED = ("id", "board_id", "source", "board", "started_at")


class PostgresRunRepository:
    """One row per run."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, run: SourceRun) -> None:
        await self._session.connection.execute(insert(t), row_of(run))

    async def save(self, run: SourceRun) -> None:
        changes = {name: value for name, value in row_of(run).items() if name not in _FIXED}
        await self._session.connection.execute(_SAVE, {"run": run.id, **changes})

    async def lost(self, now: datetime) -> Sequence[tuple[SourceRun, Board]]:
        runs = [run_of(row) for row in await self._session.connection.execute(_LOST, {"now": now})]
        ids = [run.board_id for run in runs]
        rows = await self._session.connection.execute(_BOARDS, {"boards": ids}) if ids else ()
        boards = {row.id: board_of(row) for row in rows}
        return [(run, boards[run.board_id]) for run in runs]


_SAVE = (
    update(t)
    .where(t.c.id == bindparam("run"), t.c.status == "running")
    .values({column.name: bindparam(column.name) for column in RUN_COLUMNS if column.name not in _FIXED})
)
_LOST = (
    select(*RUN_COLUMNS)
    .join(board, board.c.id == t.c.board_id)
    .where(
        t.c.status == "running",
        or_(board.c.lease_owner.is_distinct_from(t.c.id), board.c.lease_until < bindparam("now")),
    )
    .order_by(t.c.id)
    .with_for_update(skip_locked=True)
)
_BOARDS = select(*BOARD_COLUMNS).where(board.c.id.in_(bindparam("boards", expanding=True)))
