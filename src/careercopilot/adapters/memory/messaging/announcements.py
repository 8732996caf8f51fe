"""Announcements in memory."""

from copy import copy
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.messaging.rows import ANNOUNCEMENT
from careercopilot.modules.messaging.domain.announcement import Announcement


class MemoryAnnouncements:
    """One row each; there is one transaction at a time."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _rows(self) -> MemoryTable[UUID, Announcement]:
        return self._session.table(ANNOUNCEMENT)

    async def add(self, announcement: Announcement) -> None:
        await self.save(announcement)

    async def next_untold(self) -> Announcement | None:
        untold = [row for row in self._rows.values() if row.told_at is None]
        return copy(min(untold, key=lambda row: row.id, default=None))

    async def save(self, announcement: Announcement) -> None:
        self._rows[announcement.id] = copy(announcement)
