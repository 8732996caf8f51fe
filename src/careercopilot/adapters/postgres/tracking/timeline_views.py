"""Timelines for reading, on PostgreSQL."""

from uuid import UUID

from sqlalchemy import bindparam, func, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.tracking.rows import entry_of
from careercopilot.adapters.postgres.tracking.tables import timeline_entry as t
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.tracking.api.models import TimelineEntryView

_WANTED = select(t).where(t.c.application_id == bindparam("application"))
_PAGE = _WANTED.order_by(t.c.version, t.c.id).limit(bindparam("limit")).offset(bindparam("offset"))
_COUNT = select(func.count()).select_from(_WANTED.with_only_columns(t.c.id).limit(COUNT_CAP + 1).subquery())


class PostgresTimelineViews:
    """Reads by the primary key, which is the order of recording."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def page(self, application_id: UUID, page: PageRequest) -> Page[TimelineEntryView]:
        parameters = {"application": application_id, "limit": page.limit, "offset": page.offset}
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_PAGE, parameters)).all()
            total, relation = capped((await connection.execute(_COUNT, {"application": application_id})).scalar_one())
        return Page(tuple(entry_of(row).show() for row in rows), page, total, relation)
