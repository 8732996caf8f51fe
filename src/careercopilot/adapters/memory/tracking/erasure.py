"""Forgetting a person, in memory."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.core.tombstones import Tombstones
from careercopilot.adapters.memory.tracking.tables import APPLICATIONS, ERASED_PEOPLE, TIMELINES


class MemoryErasure:
    """Deletes applications together with their timelines."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, ERASED_PEOPLE)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        self._tombstones.keep(user_id, at)
        applications, timelines = self._session.table(APPLICATIONS), self._session.table(TIMELINES)
        for application_id in [key for key, application in applications.items() if application.user_id == user_id]:
            del applications[application_id]
            timelines.pop(application_id, None)

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return self._tombstones.among(user_ids)
