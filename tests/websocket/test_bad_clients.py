"""Clients that send nonsense, send too much or never read harm nobody but themselves."""

import asyncio
import json
from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer, Provider, Scope
from websockets.exceptions import ConnectionClosedError

from careercopilot.adapters.memory.core.metrics import MemoryMetrics
from careercopilot.entrypoints.asgi.protocols import PatientHttpProtocol
from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.use_cases.feed import BEGINNING, StartFeed
from careercopilot.modules.messaging.api.use_cases.sockets import RedeemSocketTicket
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from tests.support.clock import FixedClock
from tests.support.containers import in_memory
from tests.support.live import LiveServer, closing_code, next_of, serving, small_socket
from tests.support.notifications import a_notification, submit
from tests.support.waiting import until


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


async def test_complaints_and_the_ends_of_channels_are_counted(live: LiveServer) -> None:
    metrics = await live.container.get(MemoryMetrics)
    _, token = await live.sign_up()
    async with live.open(token) as client, live.open(token) as polite, live.open("x") as stranger:
        await next_of(client, "ready")
        await next_of(polite, "ready")
        assert metrics.gauges["live_sockets",] >= 2
        for nonsense in ("hello", b"\xff", '{"type": "x"}', "hello"):
            await client.send(nonsense)
        assert (await closing_code(client), await closing_code(stranger)) == (1008, 4401)
    await until(lambda: live.doorway.inside == 0)
    counts = {key: count for key, count in metrics.counts.items() if key[0].startswith("live_")}
    assert counts == {
        ("live_complaints_total", "not_json"): 3,
        ("live_complaints_total", "unknown_type"): 1,
        ("live_sockets_closed_total", "misbehaved"): 1,
        ("live_sockets_closed_total", "not_authenticated"): 1,
        ("live_sockets_closed_total", "gone"): 1,
    }
    assert (metrics.gauges["live_sockets",], live.doorway.waiting) == (0, 0)


async def test_answers_to_pings_that_nobody_reads_are_not_kept(live: LiveServer) -> None:
    """The protocol's own pings, which a server answers without asking the application."""
    ping = b"\x89\xfd" + bytes(4 + 125)
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        client.transport.pause_reading()
        (served,) = live.sockets
        most = 0
        for _ in range(300):
            client.transport.write(ping * 500)
            await asyncio.sleep(0.001)
            most = max(most, served.transport.get_write_buffer_size())
        assert 0 < most < 512 * 1024
        client.transport.abort()


@pytest.mark.parametrize("begun", [b"", b"GET /ws/notifications HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"])
async def test_a_handshake_that_never_ends_is_given_up(
    live: LiveServer, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    monkeypatch.setattr(PatientHttpProtocol, "headers_within", 0.3)
    reader, writer = await asyncio.open_connection(*live.address)
    writer.write(begun)
    ended = asyncio.create_task(reader.read())
    for _ in range(20):
        if begun and not ended.done():
            writer.write(b"X-More: y\r\n")  # dripping on does not help
        await asyncio.sleep(0.05)
    with suppress(ConnectionError):
        assert await asyncio.wait_for(ended, 1) == b""
    writer.close()


async def test_a_connection_that_is_kept_alive_is_not_given_up_between_requests(
    live: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PatientHttpProtocol, "headers_within", 0.1)
    _, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        await asyncio.sleep(0.3)
        await client.send('{"type": "ping"}')
        await next_of(client, "pong")


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
        await until(lambda: len(live.hub) == 2)
        await submit(live.container, quick_id, "Example Works")
        await asyncio.wait_for(next_of(reader, "notification"), 0.5)
        await until(lambda: len(live.hub) == 1)
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
    await until(lambda: len(live.hub) == 0)


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


async def test_no_more_sockets_are_let_in_than_a_process_bears(memory_container: AsyncContainer) -> None:
    async with serving(memory_container, Limits(sockets=3)) as live:
        people = [(await live.sign_up())[1] for _ in range(4)]
        async with live.open(people[0]) as one, live.open(people[1]) as two, live.open(people[2]) as three:
            for client in (one, two, three):
                await next_of(client, "ready")
            async with live.open(people[3]) as fourth:
                assert await closing_code(fourth) == 1013
            await two.close()
            await until(lambda: live.doorway.inside == 2)
            async with live.open(people[3]) as again:
                await next_of(again, "ready")
        metrics = await memory_container.get(MemoryMetrics)
        assert metrics.counts["live_sockets_closed_total", "full"] == 1


async def test_callers_who_are_never_recognised_do_not_take_all_the_room(clock: FixedClock) -> None:
    released = asyncio.Event()

    async def wait(*_: object) -> None:
        await released.wait()

    slow = Provider(scope=Scope.REQUEST)
    slow.provide(lambda: wait, provides=RedeemSocketTicket, override=True)
    container = in_memory(clock, slow)
    async with serving(container, Limits(handshakes=3, recognised_within=0.5)) as live:
        _, token = await live.sign_up()
        waiting = [await live.open(query="?ticket=x") for _ in range(3)]
        await until(lambda: live.doorway.waiting == 3)
        async with live.open(token) as refused:
            assert await closing_code(refused) == 1013
        assert [await closing_code(client) for client in waiting] == [1013] * 3
        async with live.open(token) as client:
            await next_of(client, "ready")
            assert (live.doorway.inside, live.doorway.waiting) == (1, 0)
    released.set()
    await container.close()


async def test_a_crowd_that_comes_and_goes_leaves_nothing_behind(live: LiveServer) -> None:
    _, token = await live.sign_up()

    async def come_and_go(number: int) -> None:
        async with live.open(token if number % 2 else "x") as client:
            if number % 3:
                client.transport.abort()
            else:
                await client.send("hello")

    for _ in range(5):
        await asyncio.gather(*(come_and_go(number) for number in range(50)), return_exceptions=True)
    await until(lambda: live.doorway.inside == 0 and len(live.hub) == 0)
    assert live.doorway.waiting == 0
    async with live.open(token) as client:
        await next_of(client, "ready")


async def test_many_that_never_read_neither_grow_nor_delay_the_others(live: LiveServer) -> None:
    quick_id, quick = await live.sign_up()
    query, idle = f"?last_event_id={BEGINNING}", []
    for _ in range(5):
        slow_id, slow = await live.sign_up()
        await store_much(live.container, slow_id)
        options = {"sock": small_socket(live), "max_queue": 1, "compression": None, "close_timeout": 0.1}
        idle.append(await live.open(slow, query, **options))
    async with live.open(quick) as reader:
        await next_of(reader, "ready")
        for number in range(5):
            await submit(live.container, quick_id, f"Example Works {number}")
            await asyncio.wait_for(next_of(reader, "notification"), 0.5)
            kept = [socket.transport.get_write_buffer_size() for socket in live.sockets]
            assert max(kept) < 1024 * 1024
        await until(lambda: len(live.hub) == 1)
    for client in idle:
        client.transport.abort()
