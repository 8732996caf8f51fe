"""Tickets that were given out and not used yet."""

from datetime import datetime
from typing import Protocol

from careercopilot.modules.messaging.domain.tickets import KeptTicket


class SocketTickets(Protocol):
    """The tickets, shared by all processes."""

    async def add(self, ticket: KeptTicket) -> None:
        """Keep a ticket."""
        ...

    async def take(self, digest: bytes) -> KeptTicket | None:
        """Remove and return the ticket; of several who take it at once, one gets it."""
        ...

    async def forget_expired(self, now: datetime) -> None:
        """Drop tickets that expired before ``now``."""
        ...
