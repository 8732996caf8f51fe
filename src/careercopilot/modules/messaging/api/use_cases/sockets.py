"""Tickets for the live channel, for clients that cannot send their token when they open it."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.api.models import SocketTicket, TicketHolder


class IssueSocketTicket(Protocol):
    """Make a ticket."""

    async def __call__(self, user_id: UUID, session_id: UUID | None) -> SocketTicket:
        """Return a ticket that any process of this installation takes once; only its digest is kept."""
        ...


class RedeemSocketTicket(Protocol):
    """Give a ticket up for the live channel."""

    async def __call__(self, ticket: str) -> TicketHolder:
        """Return whose it was. Raises NotAuthenticated when it is unknown, used or expired."""
        ...
