"""Making a ticket for the live channel."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import SocketTicket
from careercopilot.modules.messaging.domain.tickets import LIFETIME, KeptTicket, digest, new_secret
from careercopilot.modules.messaging.ports.socket_tickets import SocketTickets


class IssueSocketTicketHandler:
    """Keeps the digest, and sweeps out what expired so that the table stays small."""

    def __init__(self, unit_of_work: UnitOfWork, tickets: SocketTickets, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._tickets = tickets
        self._clock = clock

    async def __call__(self, user_id: UUID, session_id: UUID | None) -> SocketTicket:
        secret, now = new_secret(), self._clock.now()
        async with self._unit_of_work as uow:
            await self._tickets.forget_expired(now)
            await self._tickets.add(KeptTicket(digest(secret), user_id, session_id, now + LIFETIME))
            await uow.commit()
        return SocketTicket(secret, int(LIFETIME.total_seconds()))
