"""What the store of tickets promises, on every adapter."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.domain.tickets import KeptTicket, digest
from careercopilot.modules.messaging.ports.socket_tickets import SocketTickets
from tests.support.clock import START

TICKET = KeptTicket(digest("a"), new_id(), None, START)


async def add(container: AsyncContainer, *tickets: KeptTicket) -> None:
    async with container() as scope:
        kept: SocketTickets = await scope.get(SocketTickets)
        async with await scope.get(UnitOfWork) as uow:
            for ticket in tickets:
                await kept.add(ticket)
            await uow.commit()


async def take(container: AsyncContainer, taken: bytes) -> KeptTicket | None:
    async with container() as scope:
        kept: SocketTickets = await scope.get(SocketTickets)
        async with await scope.get(UnitOfWork) as uow:
            ticket = await kept.take(taken)
            await uow.commit()
    return ticket


async def test_a_ticket_is_taken_once(container: AsyncContainer) -> None:
    await add(container, TICKET)
    assert await take(container, digest("b")) is None
    assert await take(container, TICKET.digest) == TICKET
    assert await take(container, TICKET.digest) is None


async def test_of_many_who_take_a_ticket_at_once_one_gets_it(container: AsyncContainer) -> None:
    ticket = replace(TICKET, session_id=new_id())
    await add(container, ticket)
    taken = await asyncio.gather(*(take(container, ticket.digest) for _ in range(8)))
    assert [t for t in taken if t is not None] == [ticket]


async def test_only_expired_tickets_are_forgotten(container: AsyncContainer) -> None:
    fresh = replace(TICKET, digest=digest("fresh"), expires_at=START + timedelta(seconds=1))
    await add(container, TICKET, fresh)
    async with container() as scope:
        kept: SocketTickets = await scope.get(SocketTickets)
        async with await scope.get(UnitOfWork) as uow:
            await kept.forget_expired(START + timedelta(seconds=1))
            await uow.commit()
    assert await take(container, TICKET.digest) is None
    assert await take(container, fresh.digest) == fresh
