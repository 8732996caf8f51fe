"""Notifications arrive once, in order, live or replayed."""

import pytest
from dishka import AsyncContainer

from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.kernel.signals import LIVE, Signal
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres
from tests.support.live import LiveServer, next_of, serving
from tests.support.notifications import a_notification, submit

NIL = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def limits() -> Limits:
    return Limits(batch=3, recheck_every=0.3)


async def test_a_notification_arrives_when_it_is_made(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    async with live.open(token) as client:
        assert client.subprotocol == "bearer"
        ready = await next_of(client, "ready")
        assert ready == {"id": None, "type": "ready", "data": {"last_event_id": NIL, "unread": 0}}
        await submit(live.container, user_id, "Łódź Works")
        message = await next_of(client, "notification")
    data = message["data"]
    assert message["id"] == data["id"]
    assert data["title"] == "Application to Łódź Works recorded"
    assert data["created_at"] == "2026-03-02T09:00:00Z"
    assert set(data) == {
        "id", "type", "priority", "title", "body", "data", "action_url", "read_at", "created_at",
    }  # fmt: skip


async def test_every_socket_of_the_user_hears_it_and_nobody_else(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    _, other = await live.sign_up()
    async with live.open(token) as one, live.open(token) as two, live.open(other) as foreign:
        for client in (one, two, foreign):
            await next_of(client, "ready")
        await submit(live.container, user_id, "Example Works")
        assert (await next_of(one, "notification")) == (await next_of(two, "notification"))
        await foreign.send('{"type":"ping"}')
        await next_of(foreign, "pong")


async def test_what_was_missed_is_replayed_in_order(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    companies = [f"Company {number}" for number in range(8)]
    async with live.open(token) as client:
        await next_of(client, "ready")
        await submit(live.container, user_id, "Seen")
        seen = (await next_of(client, "notification"))["id"]
    await submit(live.container, user_id, *companies)
    async with live.open(token, f"?last_event_id={seen}") as client:
        ready = await next_of(client, "ready")
        assert ready["data"] == {"last_event_id": seen, "unread": 9}
        await submit(live.container, user_id, "Live")
        titles = [(await next_of(client, "notification"))["data"]["title"] for _ in range(9)]
    assert titles == [f"Application to {company} recorded" for company in [*companies, "Live"]]


async def test_the_place_that_was_told_at_first_is_good_for_going_on(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    async with live.open(token) as client:
        place = (await next_of(client, "ready"))["data"]["last_event_id"]
    await submit(live.container, user_id, "Missed")
    async with live.open(token, f"?last_event_id={place}") as client:
        await next_of(client, "ready")
        assert (await next_of(client, "notification"))["data"]["title"] == "Application to Missed recorded"


async def test_without_a_last_event_nothing_old_is_sent(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    await submit(live.container, user_id, "Old")
    async with live.open(token) as client:
        assert (await next_of(client, "ready"))["data"]["unread"] == 1
        await client.send('{"type":"ping"}')
        await next_of(client, "pong")


async def test_a_doubled_signal_tells_nothing_twice(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        await submit(live.container, user_id, "Example Works")
        async with live.container() as scope, await scope.get(UnitOfWork) as uow:
            uow.signal(*(Signal(LIVE, payload) for payload in (str(user_id), "", "not an id")))
            await uow.commit()
        await next_of(client, "notification")
        await client.send('{"type":"ping"}')
        await next_of(client, "pong")


async def test_a_lost_signal_only_delays(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        async with live.container() as scope:
            repository = await scope.get(NotificationRepository)
            async with await scope.get(UnitOfWork) as uow:
                await repository.add_new([a_notification(user_id)])
                await uow.commit()
        await next_of(client, "notification")


async def test_what_another_process_told_arrives(
    postgres_container: AsyncContainer, database_url: str, clock: FixedClock
) -> None:
    elsewhere = on_postgres(database_url, clock)
    async with serving(postgres_container, Limits()) as live:
        user_id, token = await live.sign_up()
        async with live.open(token) as client:
            await next_of(client, "ready")
            await submit(elsewhere, user_id, "Example Works")
            await next_of(client, "notification")
    await elsewhere.close()
