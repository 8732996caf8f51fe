"""Tickets for the live channel in memory."""

from datetime import datetime

from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.messaging.rows import SOCKET_TICKET
from careercopilot.modules.messaging.domain.tickets import KeptTicket


class MemorySocketTickets:
    """One row per ticket; deleting the row is taking the ticket."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _rows(self) -> MemoryTable[bytes, KeptTicket]:
        return self._session.table(SOCKET_TICKET)

    async def add(self, ticket: KeptTicket) -> None:
        self._rows[ticket.digest] = ticket

    async def take(self, digest: bytes) -> KeptTicket | None:
        ticket = self._rows.get(digest)
        if ticket is not None:
            del self._rows[digest]
        return ticket

    async def forget_expired(self, now: datetime) -> None:
        for digest in [d for d, ticket in self._rows.items() if ticket.expires_at < now]:
            del self._rows[digest]
