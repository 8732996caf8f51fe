"""The HTTP application with a catalogue that a test fills, and somebody who is signed in."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from tests.http.tracking.person import Person
from tests.support.applications import KnownJobs, with_jobs
from tests.support.clock import FixedClock
from tests.support.containers import in_memory
from tests.support.people import sign_up


@pytest.fixture
def jobs() -> KnownJobs:
    return KnownJobs()


@pytest.fixture
async def memory_container(clock: FixedClock, jobs: KnownJobs) -> AsyncIterator[AsyncContainer]:
    container = in_memory(clock, with_jobs(jobs))
    yield container
    await container.close()


@pytest.fixture
async def robin(http: AsyncClient) -> Person:
    return Person(http, (await sign_up(http))[1])


@pytest.fixture
async def kim(http: AsyncClient) -> Person:
    return Person(http, (await sign_up(http))[1])
