"""The real application on PostgreSQL, asked by many at once."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.entrypoints.http.app import create_app
from tests.support.applications import KnownJobs, with_jobs
from tests.support.clients import client_of
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres, settings


@pytest.fixture
def known_jobs() -> KnownJobs:
    return KnownJobs()


@pytest.fixture
async def house(database_url: str, clock: FixedClock, known_jobs: KnownJobs) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(database_url, clock, with_jobs(known_jobs))
    yield container
    await container.close()


@pytest.fixture
async def http(house: AsyncContainer) -> AsyncIterator[AsyncClient]:
    async with client_of(create_app(house, settings())) as client:
        yield client
