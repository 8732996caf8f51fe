"""Sessions in memory."""

from dataclasses import replace
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.identity.tables import ACCOUNT, REFRESH_TOKEN, SESSION
from careercopilot.modules.identity.api.errors import UserNotFound
from careercopilot.modules.identity.domain.session import Session


class MemorySessionRepository:
    """Sessions by id, and their ids by the digest of each refresh token they ever had."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _sessions(self) -> MemoryTable[UUID, Session]:
        return self._session.table(SESSION)

    @property
    def _ids(self) -> MemoryTable[bytes, UUID]:
        return self._session.table(REFRESH_TOKEN)

    async def add(self, session: Session) -> None:
        if session.user_id not in self._session.table(ACCOUNT):
            raise UserNotFound(session.user_id)
        await self.save(session)

    async def find(self, session_id: UUID) -> Session | None:
        session = self._sessions.get(session_id)
        return None if session is None else replace(session)

    async def find_by_token_digest(self, digest: bytes) -> Session | None:
        session_id = self._ids.get(digest)
        return None if session_id is None else await self.find(session_id)

    async def save(self, session: Session) -> None:
        self._sessions[session.id] = replace(session)
        self._ids[session.token_digest] = session.id
