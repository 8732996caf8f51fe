"""Forgetting a person, in memory."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.core.tombstones import Tombstones
from careercopilot.adapters.memory.insights.tables import APPLICATIONS, ERASED_PEOPLE, STEPS


class MemoryErasure:
    """Deletes what was noted of the person's applications, the deleted ones' ids too."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, ERASED_PEOPLE)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        self._tombstones.keep(user_id, at)
        for table in (APPLICATIONS, STEPS):
            rows = self._session.table(table)
            for key in [key for key, row in rows.items() if row.user_id == user_id]:
                del rows[key]

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return self._tombstones.among(user_ids)
