"""Forgetting a person, in memory."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.core.tombstones import Tombstones
from careercopilot.adapters.memory.identity.tables import ACCOUNT, EMAIL, ERASED_PEOPLE, REFRESH_TOKEN, SESSION


class MemoryErasure:
    """Deletes the account, its e-mail key, its sessions and their tokens."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, ERASED_PEOPLE)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        self._tombstones.keep(user_id, at)
        sessions = {key for key, session in self._session.table(SESSION).items() if session.user_id == user_id}
        self._delete(REFRESH_TOKEN, lambda _, session_id: session_id in sessions)
        self._delete(SESSION, lambda key, _: key in sessions)
        self._delete(EMAIL, lambda _, owner: owner == user_id)
        self._delete(ACCOUNT, lambda key, _: key == user_id)

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return self._tombstones.among(user_ids)

    async def erased_since(self, moment: datetime, after: UUID | None, limit: int) -> Sequence[UUID]:
        found = sorted(user_id for user_id, at in self._session.table(ERASED_PEOPLE).items() if at > moment)
        return [user_id for user_id in found if after is None or user_id > after][:limit]

    def _delete(self, name: str, unwanted: Callable[[Any, Any], bool]) -> None:
        rows = self._session.table(name)
        for key in [key for key, row in rows.items() if unwanted(key, row)]:
            del rows[key]
