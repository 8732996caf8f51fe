"""All that is held about one person, for reading, on PostgreSQL."""

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from sqlalchemy import bindparam, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.tracking.rows import application_of, entry_of
from careercopilot.adapters.postgres.tracking.tables import application, timeline_entry
from careercopilot.kernel.clock import Clock
from careercopilot.modules.tracking.api.models import ApplicationView
from careercopilot.modules.tracking.api.personal_records import TimelineRecord
from careercopilot.modules.tracking.domain.showing import view_of

_OF_PERSON = application.c.user_id == bindparam("person")
_APPLICATIONS = select(application).where(_OF_PERSON).order_by(application.c.id)
_ENTRIES = (
    select(timeline_entry)
    .join(application, application.c.id == timeline_entry.c.application_id)
    .where(_OF_PERSON)
    .order_by(timeline_entry.c.application_id, timeline_entry.c.version, timeline_entry.c.id)
)


class PostgresPersonalViews:
    """One statement for each kind of record."""

    def __init__(self, engine: ReadEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def applications(self, user_id: UUID) -> Sequence[ApplicationView]:
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_APPLICATIONS, {"person": user_id})).all()
        now = self._clock.now()
        return [view_of(application_of(row), now) for row in rows]

    async def timelines(self, user_id: UUID) -> Sequence[TimelineRecord]:
        async with self._engine.connect() as connection:
            rows = (await connection.execute(_ENTRIES, {"person": user_id})).all()
        grouped = groupby((entry_of(row) for row in rows), key=lambda entry: entry.application_id)
        return [TimelineRecord(application_id, tuple(e.show() for e in entries)) for application_id, entries in grouped]
