"""The live channel between processes: a socket on one hears what was committed on the other, with Redis or without."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer

from careercopilot.entrypoints.websocket.limits import Limits
from tests.support.clock import FixedClock
from tests.support.containers import scaled_out
from tests.support.live import LiveServer, next_of, serving
from tests.support.notifications import submit
from tests.support.redis_server import RedisProcess


@pytest.fixture
async def elsewhere(database_url: str, redis: RedisProcess, clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    """What another process has."""
    container = scaled_out(database_url, redis.url, clock)
    yield container
    await container.close()


@pytest.fixture
async def live(database_url: str, redis: RedisProcess, clock: FixedClock) -> AsyncIterator[LiveServer]:
    container = scaled_out(database_url, redis.url, clock)
    async with serving(container, Limits()) as server:
        yield server
    await container.close()


async def test_a_socket_hears_what_is_committed_elsewhere(live: LiveServer, elsewhere: AsyncContainer) -> None:
    user_id, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        for company in ("First", "Second"):
            await submit(elsewhere, user_id, company)
            assert company in (await next_of(client, "notification"))["data"]["title"]


async def test_a_socket_hears_it_all_while_redis_is_away_and_when_it_is_back(
    live: LiveServer, elsewhere: AsyncContainer, redis: RedisProcess
) -> None:
    user_id, token = await live.sign_up()
    async with live.open(token) as client:
        await next_of(client, "ready")
        redis.stop()
        for company in ("First", "Second"):
            await submit(elsewhere, user_id, company)
            assert company in (await next_of(client, "notification"))["data"]["title"]
        redis.start()
        await submit(elsewhere, user_id, "Third")
        assert "Third" in (await next_of(client, "notification"))["data"]["title"]
