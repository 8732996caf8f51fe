"""Clients that send nonsense, send too much or never read harm nobody but themselves."""

import asyncio
import json
from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer, Provider, Scope
from websockets.exceptions import ConnectionClosedError

from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.use_cases.feed import BEGINNING, StartFeed
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from tests.support.clock import FixedClock
from tests.support.containers import in_memory
from tests.support.live import LiveServer, closing_code, eventually, next_of, serving, small_socket
from tests.support.notifications import a_notification, submit


@pytest.fixture
def limits() -> Limits:
    return Limits(send_within=0.5, close_within=0.2)


async def test_a_ping_is_answered(live: LiveServer) -> None:
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        await client.send('{"type": "ping", "more": [1, {"a": null}]}')
        assert await next_of(client, "pong") == {"type": "pong"}


@pytest.mark.parametrize(
    "nonsense",
    [
        "", "hello", b"\x00\xff", "null", "[]", '"ping"', '{"type": 1}', '{"type": "pong"}', "[" * 50_000,
        '{"type": "ping", "x": ' + "[" * 50_000, '{"type": "\\ud800"}', '{"type":"' + "x" * 60_000 + '"}',
    ],
    ids=str,
)  # fmt: skip
async def test_nonsense_is_borne_a_few_times(live: LiveServer, nonsense: str | bytes) -> None:
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        for _ in range(3):
            await client.send(nonsense)
            error = await next_of(client, "error")
            assert set(error["data"]) == {"code", "message"}
        await client.send('{"type": "ping"}')
        await next_of(client, "pong")
        await client.send(nonsense)
        assert await closing_code(client) == 1008


@pytest.mark.parametrize("huge", ["x" * 65_537, b"x" * 65_537, "€" * 30_000], ids=["text", "binary", "wide text"])
async def test_a_message_that_is_too_large_ends_the_channel(live: LiveServer, huge: str | bytes) -> None:
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        await client.send(huge)
        assert await closing_code(client) == 1009


async def test_a_flood_ends_the_channel(live: LiveServer) -> None:
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        for _ in range(100):
            await client.send('{"type": "ping"}')
        answers: list[dict[str, Any]] = []
        with suppress(ConnectionClosedError):
            while True:
                answers.append(json.loads(await client.recv()))
        assert client.close_code == 1008
    errors = [answer["data"]["code"] for answer in answers if answer["type"] == "error"]
    assert errors == ["RATE_LIMITED"] * 3
    assert len(answers) <= 2 * 20 + 3


async def test_a_client_that_never_reads_is_left_behind(live: LiveServer) -> None:
    slow_id, slow = await live.sign_up()
    quick_id, quick = await live.sign_up()
    await store_much(live.container, slow_id)
    query = f"?last_event_id={BEGINNING}"
    async with live.open(quick) as reader:
        await next_of(reader, "ready")
        idle = await live.open(slow, query, sock=small_socket(live), max_queue=1, compression=None, close_timeout=0.1)
        await eventually(lambda: len(live.hub) == 2)
        await submit(live.container, quick_id, "Example Works")
        await asyncio.wait_for(next_of(reader, "notification"), 0.5)
        await eventually(lambda: len(live.hub) == 1)
        idle.transport.abort()


async def store_much(container: AsyncContainer, user_id: UUID) -> None:
    """Store more than the buffers between server and client can hold."""
    async with container() as scope:
        repository = await scope.get(NotificationRepository)
        async with await scope.get(UnitOfWork) as uow:
            await repository.add_new([a_notification(user_id, title="x" * 100_000) for _ in range(200)])
            await uow.commit()


async def test_clients_that_vanish_leave_nothing_behind(live: LiveServer) -> None:
    user_id, token = await live.sign_up()
    for _ in range(20):
        client = await live.open(token)
        await next_of(client, "ready")
        client.transport.abort()
        await submit(live.container, user_id, "Example Works")
    await eventually(lambda: len(live.hub) == 0)


async def test_a_failure_of_ours_is_told_as_such(clock: FixedClock) -> None:
    async def fail(*_: object) -> None:
        msg = "the store is away"
        raise ConnectionError(msg)

    broken = Provider(scope=Scope.REQUEST)
    broken.provide(lambda: fail, provides=StartFeed, override=True)
    container = in_memory(clock, broken)
    async with serving(container, Limits()) as live:
        _, token = await live.sign_up()
        async with live.open(token) as client:
            assert await closing_code(client) == 1011
    await container.close()


async def test_a_restart_is_announced(live: LiveServer) -> None:
    _, token = await live.sign_up()
    async with live.open(token) as one, live.open(token) as two:
        await next_of(one, "ready")
        await next_of(two, "ready")
        live.stop()
        assert [await closing_code(one), await closing_code(two)] == [1012, 1012]


async def test_the_hub_sends_everybody_off_by_itself(live: LiveServer) -> None:
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        await live.hub.stop()
        assert await closing_code(client) == 1012
