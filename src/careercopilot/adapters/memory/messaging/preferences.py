"""What people chose to be told, in memory."""

from collections.abc import Collection, Mapping
from copy import copy
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase, MemorySession, MemoryTable
from careercopilot.adapters.memory.messaging.rows import PREFERENCES
from careercopilot.modules.messaging.domain.preferences import Preferences


class MemoryPreferencesRepository:
    """One row per person who ever chose."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _rows(self) -> MemoryTable[UUID, Preferences]:
        return self._session.table(PREFERENCES)

    async def get(self, user_id: UUID) -> Preferences:
        return copy(self._rows.get(user_id) or Preferences(user_id))

    async def save(self, preferences: Preferences) -> None:
        self._rows[preferences.user_id] = copy(preferences)

    async def among(self, user_ids: Collection[UUID]) -> Mapping[UUID, Preferences]:
        return {user_id: await self.get(user_id) for user_id in user_ids}


class MemoryPreferencesViews:
    """Reads committed rows."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._rows: dict[UUID, Preferences] = database.table(PREFERENCES)

    async def find(self, user_id: UUID) -> Preferences | None:
        return copy(self._rows.get(user_id))
