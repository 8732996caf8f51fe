"""Boards for writing, on PostgreSQL."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, case, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.jobs.board_rows import BOARD_COLUMNS, board_of, row_of
from careercopilot.adapters.postgres.jobs.tables import board as t
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.ports.boards import LeaseLost


class PostgresBoardRepository:
    """A lease is two columns, taken by compare-and-set; what a run writes locks its board's row for sharing."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def follow(self, board: Board) -> tuple[Board, bool]:
        connection = self._session.connection
        before = (await connection.execute(_FIND_LOCKED, {"source": board.source, "name": board.name})).one_or_none()
        stored = (await connection.execute(_FOLLOW, row_of(board))).one()
        return board_of(stored), before is None or not before.followed

    async def add_missing(self, boards: Sequence[Board]) -> int:
        added = 0
        for board in boards:
            added += (await self._session.connection.execute(_ADD_MISSING, row_of(board))).rowcount
        return added

    async def unfollow(self, board_id: UUID) -> bool:
        return (await self._session.connection.execute(_UNFOLLOW, {"board": board_id})).rowcount == 1

    async def make_due(self, now: datetime, source: str | None, name: str | None) -> Sequence[Board]:
        chosen = select(t.c.id).where(t.c.followed).order_by(t.c.id).with_for_update()
        if source is not None:
            chosen = chosen.where(t.c.source == source)
        if name is not None:
            chosen = chosen.where(t.c.name == name)
        statement = update(t).where(t.c.id.in_(chosen)).values(next_run_at=now).returning(*BOARD_COLUMNS)
        boards = [board_of(row) for row in await self._session.connection.execute(statement)]
        return sorted(boards, key=lambda board: (board.source, board.name))

    async def find(self, source: str, name: str) -> Board | None:
        row = (await self._session.connection.execute(_FIND, {"source": source, "name": name})).one_or_none()
        return None if row is None else board_of(row)

    async def take(
        self, source: str, name: str, run_id: UUID, now: datetime, until: datetime, *, only_due: bool
    ) -> Board | None:
        parameters = {"of_source": source, "of_name": name, "run": run_id, "now": now, "until": until}
        statement = _TAKE_DUE if only_due else _TAKE
        row = (await self._session.connection.execute(statement, parameters)).one_or_none()
        return None if row is None else board_of(row)

    async def hold(self, board_id: UUID, run_id: UUID) -> None:
        row = await self._session.connection.execute(_HOLD, {"board": board_id, "run": run_id})
        if row.one_or_none() is None:
            raise LeaseLost

    async def settle(self, board: Board, run_id: UUID) -> None:
        if (await self._session.connection.execute(_SETTLE, _settled(board, run_id))).rowcount == 0:
            raise LeaseLost

    async def settle_lost(self, board: Board, run_id: UUID) -> None:
        await self._session.connection.execute(_SETTLE_LOST, _lost(board, run_id))

    async def delete(self, board_id: UUID) -> None:
        await self._session.connection.execute(delete(t).where(t.c.id == board_id))


def _settled(board: Board, run_id: UUID) -> dict[str, object]:
    return {
        "board": board.id,
        "run": run_id,
        "etag": board.etag,
        "last_modified": board.last_modified,
        "confirmed_at": board.confirmed_at,
        "suspected_at": board.suspected_at,
        "next_run_at": board.next_run_at,
        "failures": board.failures,
    }


def _lost(board: Board, run_id: UUID) -> dict[str, object]:
    return {"board": board.id, "run": run_id, "next_run_at": board.next_run_at, "failures": board.failures}


_named = and_(t.c.source == bindparam("source"), t.c.name == bindparam("name"))
_FIND = select(*BOARD_COLUMNS).where(_named)
_FIND_LOCKED = _FIND.with_for_update()

_given = insert(t).values({column.name: bindparam(column.name) for column in BOARD_COLUMNS})
_FOLLOW = _given.on_conflict_do_update(
    constraint="board_source_name_key",
    set_={
        "followed": True,
        "company_name": func.coalesce(_given.excluded.company_name, t.c.company_name),
        "next_run_at": case((t.c.followed, t.c.next_run_at), else_=_given.excluded.next_run_at),
    },
).returning(*BOARD_COLUMNS)
_ADD_MISSING = _given.on_conflict_do_nothing(constraint="board_source_name_key")
_UNFOLLOW = update(t).where(t.c.id == bindparam("board"), t.c.followed).values(followed=False)

_free = or_(t.c.lease_until.is_(None), t.c.lease_until < bindparam("now"))
_TAKE = (
    update(t)
    .where(t.c.source == bindparam("of_source"), t.c.name == bindparam("of_name"), _free)
    .values(lease_owner=bindparam("run"), lease_until=bindparam("until"))
    .returning(*BOARD_COLUMNS)
)
_TAKE_DUE = _TAKE.where(t.c.followed, t.c.next_run_at <= bindparam("now"))

_held = and_(t.c.id == bindparam("board"), t.c.lease_owner == bindparam("run"))
_HOLD = select(t.c.id).where(_held).with_for_update(read=True)
_SETTLE = (
    update(t)
    .where(_held)
    .values(
        etag=bindparam("etag"),
        last_modified=bindparam("last_modified"),
        confirmed_at=bindparam("confirmed_at"),
        suspected_at=bindparam("suspected_at"),
        next_run_at=bindparam("next_run_at"),
        failures=bindparam("failures"),
        lease_owner=None,
        lease_until=None,
    )
)
_SETTLE_LOST = (
    update(t)
    .where(t.c.id == bindparam("board"), or_(t.c.lease_owner.is_(None), t.c.lease_owner == bindparam("run")))
    .values(next_run_at=bindparam("next_run_at"), failures=bindparam("failures"), lease_owner=None, lease_until=None)
)
