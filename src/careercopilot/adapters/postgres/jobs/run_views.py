"""The run ledger for reading, on PostgreSQL."""

from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, func, select, tuple_

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.run_rows import RUN_COLUMNS, run_of
from careercopilot.adapters.postgres.jobs.tables import source_run as t
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.source_runs import SourceRunFilter
from careercopilot.modules.jobs.domain.run_cursor import read_cursor, write_cursor


class PostgresRunViews:
    """Sees what is committed."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def find(self, run_id: UUID) -> SourceRunView | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_FIND, {"run": run_id})).one_or_none()
        return None if row is None else run_of(row).view()

    async def page(self, wanted: SourceRunFilter, request: PageRequest) -> Page[SourceRunView]:
        filters = _filters(wanted)
        counted = select(t.c.id).where(*filters).limit(COUNT_CAP + 1).subquery()
        found = select(*RUN_COLUMNS).where(*filters).order_by(t.c.started_at.desc(), t.c.id.desc())
        if request.cursor is None:
            found = found.offset(request.offset)
        else:
            found = found.where(tuple_(t.c.started_at, t.c.id) < tuple_(*read_cursor(request.cursor)))
        async with self._engine.connect() as connection:
            total = (await connection.execute(select(func.count()).select_from(counted))).scalar_one()
            rows = await connection.execute(found.limit(request.limit + 1))
        views = [run_of(row).view() for row in rows]
        more = write_cursor(views[request.limit - 1]) if len(views) > request.limit else None
        return Page(tuple(views[: request.limit]), request, *capped(total), more)


def _filters(wanted: SourceRunFilter) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if wanted.source is not None:
        filters.append(t.c.source == wanted.source)
    if wanted.board is not None:
        filters.append(t.c.board == wanted.board)
    if wanted.statuses:
        filters.append(t.c.status.in_(wanted.statuses))
    return filters


_FIND = select(*RUN_COLUMNS).where(t.c.id == bindparam("run"))
