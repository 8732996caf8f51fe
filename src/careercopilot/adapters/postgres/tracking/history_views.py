"""Applications as other contexts read them, on PostgreSQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as PG_UUID

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.tracking.tables import application as t
from careercopilot.adapters.postgres.tracking.tables import timeline_entry as e
from careercopilot.modules.tracking.api.histories import ApplicationHistory, ApplicationSummary, HistoryStep
from careercopilot.modules.tracking.api.models import ApplicationStatus, EntryKind

_page = select(t).where(t.c.id > bindparam("after")).order_by(t.c.id).limit(bindparam("limit")).cte("page")
# One statement, so that an application and its steps are of one moment.
_AFTER = (
    select(
        _page.c.id,
        _page.c.user_id,
        _page.c.job_id,
        _page.c.version,
        _page.c.status,
        _page.c.last_step_at,
        _page.c.applied_at,
        _page.c.archived,
        _page.c.created_at,
        e.c.version.label("step_version"),
        e.c.kind,
        e.c.from_status,
        e.c.to_status,
        e.c.at,
    )
    .join(e, e.c.application_id == _page.c.id)
    .where(e.c.to_status.is_not(None))
    .order_by(_page.c.id, e.c.version)
)
_SUMMARIES = select(t.c.id, t.c.title, t.c.company).where(
    t.c.user_id == bindparam("user"), t.c.id == bindparam("ids", type_=ARRAY(PG_UUID)).any_()
)
_BEFORE_ALL = UUID(int=0)


class PostgresHistoryViews:
    """Reads in autocommit, by primary keys."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def after(self, application_id: UUID | None, limit: int) -> Sequence[ApplicationHistory]:
        parameters = {"after": application_id or _BEFORE_ALL, "limit": limit}
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_AFTER, parameters)).all()
        return list(_histories(rows))

    async def summaries(self, user_id: UUID, application_ids: Sequence[UUID]) -> Mapping[UUID, ApplicationSummary]:
        parameters = {"user": user_id, "ids": list(application_ids)}
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_SUMMARIES, parameters)).all()
        return {row.id: ApplicationSummary(row.id, row.title, row.company) for row in rows}


def _histories(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[ApplicationHistory]:
    for _, same in groupby(rows, lambda row: row.id):
        steps = list(same)
        row = steps[0]
        yield ApplicationHistory(
            id=row.id,
            user_id=row.user_id,
            job_id=row.job_id,
            version=row.version,
            status=ApplicationStatus(row.status),
            since=row.last_step_at or row.created_at,
            applied_at=row.applied_at,
            archived=row.archived,
            created_at=row.created_at,
            steps=tuple(_step(step) for step in steps),
        )


def _step(row: Row[*tuple[Any, ...]]) -> HistoryStep:
    return HistoryStep(
        version=row.step_version,
        kind=EntryKind(row.kind),
        from_status=None if row.from_status is None else ApplicationStatus(row.from_status),
        to_status=ApplicationStatus(row.to_status),
        at=row.at,
    )
