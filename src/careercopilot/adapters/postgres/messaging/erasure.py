"""Forgetting a person, on PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, update

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tombstones import Tombstones
from careercopilot.adapters.postgres.messaging.tables import (
    announcement,
    email_delivery,
    erased_person,
    mailbox,
    notification,
    preferences,
    socket_ticket,
)

_OWNED = (mailbox, notification, preferences, email_delivery, socket_ticket)
_ERASE = tuple(delete(table).where(table.c.user_id == bindparam("person")) for table in _OWNED)
_UNSIGN = update(announcement).where(announcement.c.author_id == bindparam("person")).values(author_id=None)


class PostgresErasure:
    """Deletes table by table; the mailbox first, whose lock keeps whoever is telling the person something out."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, erased_person)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        await self._tombstones.keep(user_id, at)
        for statement in (*_ERASE, _UNSIGN):
            await self._session.connection.execute(statement, {"person": user_id})

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return await self._tombstones.among(user_ids)
