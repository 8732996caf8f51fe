"""Generations in memory, for writing."""

from copy import copy
from uuid import UUID

from careercopilot.adapters.memory.content.tables import GENERATION
from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.modules.content.domain.generation import Generation


class MemoryGenerationRepository:
    """One row per text."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _rows(self) -> MemoryTable[UUID, Generation]:
        return self._session.table(GENERATION)

    async def add(self, generation: Generation) -> None:
        self._rows[generation.id] = copy(generation)

    async def find(self, user_id: UUID, generation_id: UUID) -> Generation | None:
        row = self._rows.get(generation_id)
        return None if row is None or row.user_id != user_id else copy(row)

    async def remove(self, generation: Generation) -> None:
        del self._rows[generation.id]
