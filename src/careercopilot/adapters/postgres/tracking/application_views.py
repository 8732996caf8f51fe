"""Applications for reading, on PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.tracking.listing import conditions, ordering
from careercopilot.adapters.postgres.tracking.rows import application_of
from careercopilot.adapters.postgres.tracking.tables import application as t
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.tracking.api.models import (
    ApplicationCard,
    ApplicationFilters,
    ApplicationStatus,
    ApplicationView,
    Order,
    PipelineColumn,
    PipelineView,
)
from careercopilot.modules.tracking.domain.pipeline import ENDS
from careercopilot.modules.tracking.domain.showing import card_of, view_of
from careercopilot.modules.tracking.ports.application_views import CARDS_LIMIT

_FIND = select(t).where(t.c.user_id == bindparam("user"), t.c.id == bindparam("application"))
# Every page of jobs asks this, so it goes to the driver as it is: composing the lists anew cost more than the answer.
_ENDED = ", ".join(f"'{status.value}'" for status in sorted(ENDS))
_LIVE = (
    "SELECT job_id, id FROM tracking.application"  # noqa: S608 - the statuses are ours
    f" WHERE user_id = $1 AND job_id = ANY ($2::uuid[]) AND status NOT IN ({_ENDED})"
)
_RANKED = (
    select(
        t,
        func.row_number().over(partition_by=t.c.status, order_by=(t.c.updated_at.desc(), t.c.id.desc())).label("place"),
        func.count().over(partition_by=t.c.status).label("together"),
    )
    .where(t.c.user_id == bindparam("user"), t.c.archived.is_(False))
    .subquery()
)
_PIPELINE = select(_RANKED).where(_RANKED.c.place <= CARDS_LIMIT).order_by(_RANKED.c.place)


class PostgresApplicationViews:
    """Reads in autocommit, one statement a question."""

    def __init__(self, engine: ReadEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def find(self, user_id: UUID, application_id: UUID) -> ApplicationView | None:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_FIND, {"user": user_id, "application": application_id})).one_or_none()
        return None if row is None else view_of(application_of(row), self._clock.now())

    async def page(
        self, user_id: UUID, filters: ApplicationFilters, order: Sequence[Order], page: PageRequest
    ) -> Page[ApplicationView]:
        wanted = select(t).where(*conditions(user_id, filters))
        counted = select(func.count()).select_from(wanted.with_only_columns(t.c.id).limit(COUNT_CAP + 1).subquery())
        rows_of_page = wanted.order_by(*ordering(order)).limit(page.limit).offset(page.offset)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(rows_of_page)).all()
            total, relation = capped((await connection.execute(counted)).scalar_one())
        now = self._clock.now()
        return Page(tuple(view_of(application_of(row), now) for row in rows), page, total, relation)

    async def pipeline(self, user_id: UUID) -> PipelineView:
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_PIPELINE, {"user": user_id})).all()
        now = self._clock.now()
        columns = tuple(_column(status, [r for r in rows if r.status == status], now) for status in ApplicationStatus)
        return PipelineView(columns, sum(column.count for column in columns))

    async def live_by_job(self, user_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        async with self._engine.connect() as connection:
            rows = (await connection.exec_driver_sql(_LIVE, (user_id, list(job_ids)))).all()
        return {row.job_id: row.id for row in rows}


def _column(status: ApplicationStatus, rows: Sequence[Row[Any]], now: datetime) -> PipelineColumn:
    cards: tuple[ApplicationCard, ...] = tuple(card_of(application_of(row), now) for row in rows)
    return PipelineColumn(status, rows[0].together if rows else 0, cards)
