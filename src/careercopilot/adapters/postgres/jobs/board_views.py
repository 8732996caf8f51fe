"""Boards for reading, on PostgreSQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, or_, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.board_rows import BOARD_COLUMNS, view_of
from careercopilot.adapters.postgres.jobs.tables import board as t
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.jobs.api.boards import BoardName, JobBoardView


class PostgresBoardViews:
    """Sees what is committed."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def find(self, board_id: UUID) -> JobBoardView | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_FIND, {"board": board_id})).one_or_none()
        return None if row is None else view_of(row)

    async def page(self, request: PageRequest, source: str | None, board: str | None) -> Page[JobBoardView]:
        filters: list[ColumnElement[bool]] = [t.c.followed]
        if source is not None:
            filters.append(t.c.source == source)
        if board is not None:
            filters.append(t.c.name == board)
        some = select(t.c.id).where(*filters).limit(COUNT_CAP + 1).subquery()
        wanted = select(*BOARD_COLUMNS).where(*filters).order_by(t.c.source, t.c.name)
        async with self._engine.connect() as connection:
            total = (await connection.execute(select(func.count()).select_from(some))).scalar_one()
            rows = await connection.execute(wanted.limit(request.limit).offset(request.offset))
        return Page(tuple(view_of(row) for row in rows), request, *capped(total))

    async def names(self, source: str | None) -> Sequence[BoardName]:
        wanted = select(t.c.source, t.c.name).where(t.c.followed).order_by(t.c.source, t.c.name)
        if source is not None:
            wanted = wanted.where(t.c.source == source)
        async with self._engine.connect() as connection:
            return [BoardName(*row) for row in await connection.execute(wanted)]

    async def due(self, now: datetime, sources: Collection[str], limit: int) -> Sequence[BoardName]:
        parameters = {"now": now, "sources": list(sources), "limit": limit}
        async with self._engine.connect() as connection:
            return [BoardName(*row) for row in await connection.execute(_DUE, parameters)]


_FIND = select(*BOARD_COLUMNS).where(t.c.id == bindparam("board"), t.c.followed)
_DUE = (
    select(t.c.source, t.c.name)
    .where(
        t.c.followed,
        t.c.next_run_at <= bindparam("now"),
        or_(t.c.lease_until.is_(None), t.c.lease_until < bindparam("now")),
        t.c.source.in_(bindparam("sources", expanding=True)),
    )
    .order_by(t.c.next_run_at, t.c.id)
    .limit(bindparam("limit"))
)
