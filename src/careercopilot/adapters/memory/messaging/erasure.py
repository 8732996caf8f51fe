"""Forgetting a person, in memory."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.core.tombstones import Tombstones
from careercopilot.adapters.memory.messaging.rows import (
    ANNOUNCEMENT,
    EMAIL_DELIVERY,
    ERASED_PERSON,
    MAILBOX,
    NOTIFICATION,
    PREFERENCES,
    SOCKET_TICKET,
)

_BY_PERSON = (MAILBOX, PREFERENCES)
_WITH_PERSON = (NOTIFICATION, EMAIL_DELIVERY, SOCKET_TICKET)


class MemoryErasure:
    """Deletes table by table."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, ERASED_PERSON)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        self._tombstones.keep(user_id, at)
        for name in _BY_PERSON:
            self._session.table(name).pop(user_id, None)
        for name in _WITH_PERSON:
            table = self._session.table(name)
            for key in [key for key, row in table.items() if row.user_id == user_id]:
                del table[key]
        announcements = self._session.table(ANNOUNCEMENT)
        for key in [key for key, row in announcements.items() if row.author_id == user_id]:
            announcements[key] = replace(announcements[key], author_id=None)

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return self._tombstones.among(user_ids)
