"""Forgetting a person in memory."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.content.tables import ERASED_PERSON, GENERATION
from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.core.tombstones import Tombstones
from careercopilot.modules.content.domain.generation import Generation


class MemoryErasure:
    """Deletes in the transaction of the scope's unit of work."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, ERASED_PERSON)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        rows: MemoryTable[UUID, Generation] = self._session.table(GENERATION)
        for generation_id in [row.id for row in rows.values() if row.user_id == user_id]:
            del rows[generation_id]
        self._tombstones.keep(user_id, at)

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return self._tombstones.among(user_ids)
