"""Tickets for the live channel on PostgreSQL."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.messaging.tables import socket_ticket as t
from careercopilot.modules.messaging.domain.tickets import KeptTicket


class PostgresSocketTickets:
    """One row per ticket; deleting the row is taking the ticket."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, ticket: KeptTicket) -> None:
        row = {
            "digest": ticket.digest,
            "user_id": ticket.user_id,
            "session_id": ticket.session_id,
            "expires_at": ticket.expires_at,
        }
        await self._session.connection.execute(insert(t), row)

    async def take(self, digest: bytes) -> KeptTicket | None:
        row = (await self._session.connection.execute(_TAKE, {"digest": digest})).one_or_none()
        return None if row is None else KeptTicket(row.digest, row.user_id, row.session_id, row.expires_at)

    async def forget_expired(self, now: datetime) -> None:
        await self._session.connection.execute(_FORGET, {"now": now})


_TAKE = delete(t).where(t.c.digest == bindparam("digest")).returning(t)
# A row that somebody else is deleting is skipped, so that nobody who wants a ticket waits for another's sweep.
_expired = select(t.c.digest).where(t.c.expires_at < bindparam("now")).limit(1000).with_for_update(skip_locked=True)
_FORGET = delete(t).where(t.c.digest.in_(_expired))
