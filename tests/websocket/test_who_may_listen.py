"""Only who is signed in may listen, only so often, and only as long as that lasts."""

from datetime import timedelta
from uuid import UUID

import pytest

from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate, LogOut
from careercopilot.modules.messaging.api.use_cases.sockets import IssueSocketTicket
from tests.support.clock import FixedClock
from tests.support.live import LiveServer, closing_code, next_of
from tests.support.notifications import submit
from tests.support.waiting import until


@pytest.fixture
def limits() -> Limits:
    return Limits(sockets_per_user=2, recheck_every=0.3, ticket_lasts=0.5)


async def a_ticket(live: LiveServer, user_id: UUID) -> str:
    async with live.container() as scope:
        issue: IssueSocketTicket = await scope.get(IssueSocketTicket)
        return (await issue(user_id, None)).ticket


@pytest.mark.parametrize("token", [None, "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."])
async def test_a_stranger_is_told_so(live: LiveServer, token: str | None) -> None:
    async with live.open(token) as client:
        assert await closing_code(client) == 4401


async def test_a_subprotocol_without_a_token_is_not_enough(live: LiveServer) -> None:
    async with live.open("x", "?ticket=y") as client:
        assert client.subprotocol == "bearer"
        assert await closing_code(client) == 4401


async def test_a_ticket_opens_the_channel_once(live: LiveServer) -> None:
    user_id, _ = await live.sign_up()
    ticket = await a_ticket(live, user_id)
    async with live.open(query=f"?ticket={ticket}") as client:
        assert client.subprotocol is None
        await next_of(client, "ready")
        await submit(live.container, user_id, "Example Works")
        await next_of(client, "notification")
    async with live.open(query=f"?ticket={ticket}") as client:
        assert await closing_code(client) == 4401


async def test_a_channel_opened_with_a_ticket_ends_after_a_while(live: LiveServer) -> None:
    user_id, _ = await live.sign_up()
    async with live.open(query=f"?ticket={await a_ticket(live, user_id)}") as client:
        await next_of(client, "ready")
        assert await closing_code(client) == 4401


async def test_who_signed_out_is_told_nothing_more(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    session_id = (await live.container.get(Authenticate))(token).session_id
    assert session_id is not None
    async with live.open(token) as client:
        await next_of(client, "ready")
        async with live.container() as scope:
            await (await scope.get(LogOut))(user_id, session_id)
        await submit(live.container, user_id, "Example Works")
        assert await closing_code(client) == 4401


async def test_an_expired_token_ends_the_channel_although_nothing_happens(live: LiveServer, clock: FixedClock) -> None:
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        clock.advance(timedelta(hours=1))
        assert await closing_code(client) == 4401


async def test_too_many_sockets_are_refused_until_one_leaves(live: LiveServer) -> None:
    _, token = await live.sign_up()
    _, other = await live.sign_up()
    async with live.open(token) as one, live.open(token) as two:
        await next_of(one, "ready")
        await next_of(two, "ready")
        async with live.open(token) as three, live.open(other) as foreign:
            assert await closing_code(three) == 4429
            await next_of(foreign, "ready")
        await one.close()
        await until(lambda: len(live.hub) == 1)
        async with live.open(token) as again:
            await next_of(again, "ready")


@pytest.mark.parametrize("query", ["?last_event_id=x", "?last_event_id=", "?since=yesterday"])
async def test_an_address_that_makes_no_sense_is_refused(live: LiveServer, query: str) -> None:
    _, token = await live.sign_up()
    async with live.open(token, query) as client:
        assert await closing_code(client) == 1008


def test_a_ticket_channel_lasts_no_longer_than_an_access_token() -> None:
    assert timedelta(seconds=Limits().ticket_lasts) <= timedelta(minutes=15)
