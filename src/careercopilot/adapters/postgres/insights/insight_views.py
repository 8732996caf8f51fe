"""The read model for reading, on PostgreSQL."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import RowMapping, bindparam, func, select, tuple_

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.insights.rows import application_record, step_record
from careercopilot.adapters.postgres.insights.tables import application, arrival, progress, step
from careercopilot.adapters.postgres.insights.tally_sql import TALLY, WAITING
from careercopilot.modules.insights.api.models import ApplicationRecord, ApplicationStatus, StepRecord
from careercopilot.modules.insights.domain.figures import News, Reason, Tally, Waiting

_my_steps = step.c.user_id == bindparam("user")
_LATEST_STEPS = (
    select(step)
    .where(_my_steps)
    .order_by(step.c.at.desc(), step.c.application_id.desc(), step.c.version.desc())
    .limit(bindparam("limit"))
)
_NEWS = select(
    func.coalesce(func.sum(arrival.c.new).filter(arrival.c.at >= bindparam("last_day")), 0).label("day"),
    func.coalesce(func.sum(arrival.c.new), 0).label("week"),
    select(progress.c.as_of).scalar_subquery().label("as_of"),
).where(arrival.c.at >= bindparam("last_week"))
_APPLICATIONS = (
    select(application)
    .where(
        application.c.user_id == bindparam("user"),
        application.c.deleted.is_(False),
        application.c.id > bindparam("after"),
    )
    .order_by(application.c.id)
    .limit(bindparam("limit"))
)
_STEPS = (
    select(step)
    .where(
        _my_steps,
        tuple_(step.c.application_id, step.c.version) > tuple_(bindparam("application"), bindparam("version")),
    )
    .order_by(step.c.application_id, step.c.version)
    .limit(bindparam("limit"))
)
_SUMMED = ("sent", "responses", "interviews", "offers", "added_lately", "sent_lately")
_BEFORE_ALL = UUID(int=0)


class PostgresInsightViews:
    """Reads in autocommit, by the indexes on the person."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def tally(self, user_id: UUID, lately: datetime) -> Tally:
        async with self._engine.connect() as connection:
            return _tally((await connection.execute(TALLY, {"user": user_id, "lately": lately})).mappings().all())

    async def waiting(self, user_id: UUID, stale_since: datetime, limit: int) -> Sequence[Waiting]:
        asked = {"user": user_id, "stale_since": stale_since, "most": limit}
        async with self._engine.connect() as connection:
            rows = (await connection.execute(WAITING, asked)).all()
        return [Waiting(Reason(r.reason), r.together, r.id, ApplicationStatus(r.status), r.since) for r in rows]

    async def latest_steps(self, user_id: UUID, limit: int) -> Sequence[StepRecord]:
        async with self._engine.connect() as connection:
            return [
                step_record(row) for row in await connection.execute(_LATEST_STEPS, {"user": user_id, "limit": limit})
            ]

    async def news(self, last_day: datetime, last_week: datetime) -> News:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_NEWS, {"last_day": last_day, "last_week": last_week})).one()
        return News(row.day, row.week, row.as_of)

    async def applications(self, user_id: UUID, after: UUID | None, limit: int) -> Sequence[ApplicationRecord]:
        asked = {"user": user_id, "after": after or _BEFORE_ALL, "limit": limit}
        async with self._engine.connect() as connection:
            return [application_record(row) for row in await connection.execute(_APPLICATIONS, asked)]

    async def steps(self, user_id: UUID, after: tuple[UUID, int] | None, limit: int) -> Sequence[StepRecord]:
        application_id, version = after or (_BEFORE_ALL, 0)
        asked = {"user": user_id, "application": application_id, "version": version, "limit": limit}
        async with self._engine.connect() as connection:
            return [step_record(row) for row in await connection.execute(_STEPS, asked)]


def _tally(rows: Iterable[RowMapping]) -> Tally:
    by_status: Counter[ApplicationStatus] = Counter()
    active: Counter[ApplicationStatus] = Counter()
    sums: Counter[str] = Counter()
    for row in rows:
        status = ApplicationStatus(row["status"])
        by_status[status] += row["all"]
        active[status] += 0 if row["archived"] else row["all"]
        sums.update({name: row[name] for name in _SUMMED})
    return Tally(by_status=by_status, active=active, **sums)
