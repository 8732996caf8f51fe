"""Ended sessions in memory."""

from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.identity.tables import ERASED_PEOPLE, SESSION
from careercopilot.modules.identity.domain.session import Session


class MemoryEndedSessions:
    """Looks the session up: the database is at hand."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._sessions: dict[UUID, Session] = database.table(SESSION)
        self._erased: dict[UUID, datetime] = database.table(ERASED_PEOPLE)
        self._noted: set[UUID] = set()

    def note(self, session_id: UUID) -> None:
        self._noted.add(session_id)

    def has_ended(self, session_id: UUID) -> bool:
        if session_id in self._noted:
            return True
        session = self._sessions.get(session_id)
        return session is not None and session.ended_at is not None

    def note_erased(self, user_id: UUID) -> None:
        self._noted.add(user_id)

    def is_erased(self, user_id: UUID) -> bool:
        return user_id in self._noted or user_id in self._erased
