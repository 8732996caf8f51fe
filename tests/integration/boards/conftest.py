"""Readers against sources on loopback."""

from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from careercopilot.adapters.boards.jobs import READERS
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.adapters.boards.jobs.policy import FetchPolicy
from careercopilot.modules.jobs.ports.board_reader import BoardReader
from tests.support.board_server import BoardServer
from tests.support.clock import FixedClock

Readers = Callable[[str], BoardReader]


@pytest.fixture
def server() -> Iterator[BoardServer]:
    with BoardServer() as running:
        yield running


@pytest.fixture
async def fetcher() -> AsyncIterator[BoardFetcher]:
    quick = FetchPolicy(read_timeout=0.3, total_timeout=1.0, patience=1.5, first_wait=0.01, longest_wait=0.05)
    fetching = BoardFetcher("tests@example.com", quick)
    yield fetching
    await fetching.aclose()


@pytest.fixture
def reader(server: BoardServer, fetcher: BoardFetcher, clock: FixedClock) -> Readers:
    return lambda source: READERS[source](fetcher, clock, server.url(source))
