"""Tickets for the live channel."""

from datetime import timedelta

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import NotAuthenticated
from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.models import SocketTicket, TicketHolder
from careercopilot.modules.messaging.api.use_cases.sockets import IssueSocketTicket, RedeemSocketTicket
from tests.support.clock import FixedClock

HOLDER = TicketHolder(new_id(), new_id())


async def issue(container: AsyncContainer) -> SocketTicket:
    async with container() as scope:
        issue_ticket: IssueSocketTicket = await scope.get(IssueSocketTicket)
        return await issue_ticket(HOLDER.user_id, HOLDER.session_id)


async def redeem(container: AsyncContainer, ticket: str) -> TicketHolder:
    async with container() as scope:
        redeem_ticket: RedeemSocketTicket = await scope.get(RedeemSocketTicket)
        return await redeem_ticket(ticket)


async def test_a_ticket_speaks_for_its_holder_once(memory_container: AsyncContainer) -> None:
    issued = await issue(memory_container)
    assert issued.expires_in == 30
    assert await redeem(memory_container, issued.ticket) == HOLDER
    with pytest.raises(NotAuthenticated):
        await redeem(memory_container, issued.ticket)


async def test_a_ticket_that_waited_too_long_is_refused(memory_container: AsyncContainer, clock: FixedClock) -> None:
    issued = await issue(memory_container)
    clock.advance(timedelta(seconds=30))
    with pytest.raises(NotAuthenticated):
        await redeem(memory_container, issued.ticket)


@pytest.mark.parametrize("nonsense", ["", "x", "\ud800", "ü" * 5000])
async def test_nonsense_is_refused(memory_container: AsyncContainer, nonsense: str) -> None:
    with pytest.raises(NotAuthenticated):
        await redeem(memory_container, nonsense)
