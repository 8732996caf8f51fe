"""Giving a ticket up for the live channel."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import NotAuthenticated
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import TicketHolder
from careercopilot.modules.messaging.domain.tickets import digest
from careercopilot.modules.messaging.ports.socket_tickets import SocketTickets


class RedeemSocketTicketHandler:
    """Takes the ticket out before it looks at it, so that nobody can use it a second time."""

    def __init__(self, unit_of_work: UnitOfWork, tickets: SocketTickets, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._tickets = tickets
        self._clock = clock

    async def __call__(self, ticket: str) -> TicketHolder:
        async with self._unit_of_work as uow:
            kept = await self._tickets.take(digest(ticket))
            await uow.commit()
        if kept is None or kept.expires_at <= self._clock.now():
            raise NotAuthenticated
        return TicketHolder(kept.user_id, kept.session_id)
