"""Forgetting a person on PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, delete, text

from careercopilot.adapters.postgres.content.tables import erased_person
from careercopilot.adapters.postgres.content.tables import generation as t
from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tombstones import Tombstones


class PostgresErasure:
    """Deletes after everybody who was told that the person is there has committed; a lock per person sees to it."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, erased_person)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        await self._session.connection.execute(_LOCK, {"key": _key(user_id)})
        await self._tombstones.keep(user_id, at)
        await self._session.connection.execute(_ERASE, {"owner_id": user_id})

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        for key in sorted(_key(user_id) for user_id in user_ids):
            await self._session.connection.execute(_SHARE, {"key": key})
        return await self._tombstones.among(user_ids)


_ERASE: Final = delete(t).where(t.c.user_id == bindparam("owner_id"))
_LOCK: Final = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
_SHARE: Final = text("SELECT pg_advisory_xact_lock_shared(hashtextextended(:key, 0))")


def _key(user_id: UUID) -> str:
    return f"content.person.{user_id}"
