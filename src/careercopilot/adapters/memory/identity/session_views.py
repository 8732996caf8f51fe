"""Sessions as their person sees them, in memory."""

from collections.abc import Sequence
from dataclasses import fields
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.identity.tables import SESSION
from careercopilot.modules.identity.api.models import SessionView
from careercopilot.modules.identity.domain.session import Session

_FIELDS = tuple(field.name for field in fields(SessionView))


class MemorySessionViews:
    """Reads committed sessions."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._sessions: dict[UUID, Session] = database.table(SESSION)

    async def of_user(self, user_id: UUID) -> Sequence[SessionView]:
        mine = sorted((s for s in self._sessions.values() if s.user_id == user_id), key=lambda session: session.id)
        return [SessionView(**{name: getattr(session, name) for name in _FIELDS}) for session in mine]
