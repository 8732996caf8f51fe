"""Saved searches for reading, on PostgreSQL."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.tables import saved_search as t
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency, SavedSearchView


class PostgresSavedSearchViews:
    """Sees what is committed."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def find(self, user_id: UUID, saved_search_id: UUID) -> SavedSearchView | None:
        async with self._engine.connect() as connection:
            found = await connection.execute(_FIND, {"person": user_id, "search": saved_search_id})
            row = found.one_or_none()
        return None if row is None else _view(row)

    async def page(self, user_id: UUID, request: PageRequest) -> Page[SavedSearchView]:
        window = {"person": user_id, "limit": request.limit, "offset": request.offset}
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_PAGE, window)).all()
            total, relation = capped((await connection.execute(_COUNT, {"person": user_id})).scalar_one())
        return Page(tuple(_view(row) for row in rows), request, total, relation)


def _view(row: Row[*tuple[Any, ...]]) -> SavedSearchView:
    return SavedSearchView(
        id=row.id,
        name=row.name,
        filters=row.filters,
        frequency=AlertFrequency(row.frequency),
        last_matched_at=row.last_matched_at,
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


_mine = t.c.user_id == bindparam("person")
_VIEW = select(
    t.c.id, t.c.name, t.c.filters, t.c.frequency, t.c.last_matched_at, t.c.version, t.c.created_at, t.c.updated_at
)
_FIND = _VIEW.where(_mine, t.c.id == bindparam("search"))
_PAGE = (
    _VIEW.where(_mine)
    .order_by(t.c.created_at.desc(), t.c.id.desc())
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_COUNT = select(func.count()).select_from(t).where(_mine)
