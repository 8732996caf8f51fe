"""A Redis that tests may stop, freeze and start again."""

from collections.abc import AsyncIterator, Iterator

import pytest

from careercopilot.adapters.redis.server import RedisServer
from tests.support.redis_server import RedisProcess


@pytest.fixture(scope="package")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    with RedisProcess(tmp_path_factory.mktemp("redis")) as process:
        yield process


@pytest.fixture
def redis(process: RedisProcess) -> Iterator[RedisProcess]:
    """An empty one; it runs again afterwards, whatever was done to it."""
    process.flush()
    yield process
    process.restart()


@pytest.fixture
async def server(redis: RedisProcess) -> AsyncIterator[RedisServer]:
    server = RedisServer(redis.url)
    yield server
    await server.close()
