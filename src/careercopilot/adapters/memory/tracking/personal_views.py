"""All that is held about one person, for reading, in memory."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.tracking.tables import APPLICATIONS, TIMELINES
from careercopilot.kernel.clock import Clock
from careercopilot.modules.tracking.api.models import ApplicationView
from careercopilot.modules.tracking.api.personal_records import TimelineRecord
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.showing import view_of
from careercopilot.modules.tracking.domain.timeline import TimelineEntry


class MemoryPersonalViews:
    """Looks at every application."""

    def __init__(self, database: MemoryDatabase, clock: Clock) -> None:
        self._rows: dict[UUID, Application] = database.table(APPLICATIONS)
        self._timelines: dict[UUID, tuple[TimelineEntry, ...]] = database.table(TIMELINES)
        self._clock = clock

    async def applications(self, user_id: UUID) -> Sequence[ApplicationView]:
        now = self._clock.now()
        return [view_of(application, now) for application in self._of(user_id)]

    async def timelines(self, user_id: UUID) -> Sequence[TimelineRecord]:
        found = ((application.id, self._timelines.get(application.id, ())) for application in self._of(user_id))
        return [TimelineRecord(key, tuple(entry.show() for entry in entries)) for key, entries in found if entries]

    def _of(self, user_id: UUID) -> list[Application]:
        mine = (application for application in self._rows.values() if application.user_id == user_id)
        return sorted(mine, key=lambda application: application.id)
