"""Forgetting a person, on PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tombstones import Tombstones
from careercopilot.adapters.postgres.insights.tables import application, erased_person, step

_ROWS = tuple(delete(table).where(table.c.user_id == bindparam("person")) for table in (step, application))


class PostgresErasure:
    """Deletes what was noted of the person's applications, the deleted ones' ids too."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, erased_person)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        await self._tombstones.keep(user_id, at)
        for statement in _ROWS:
            await self._session.connection.execute(statement, {"person": user_id})

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return await self._tombstones.among(user_ids)
