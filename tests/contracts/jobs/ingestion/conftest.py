"""Ingestion, once on each kind of adapter."""

from collections.abc import AsyncIterator

import pytest

from tests.support.clock import FixedClock
from tests.support.ingestion import Ingesting, ingesting


@pytest.fixture
async def memory_ingestion(clock: FixedClock) -> AsyncIterator[Ingesting]:
    async with ingesting(clock) as made:
        yield made


@pytest.fixture
async def postgres_ingestion(database_url: str, clock: FixedClock) -> AsyncIterator[Ingesting]:
    async with ingesting(clock, database_url) as made:
        yield made


@pytest.fixture(params=["memory", "postgres"])
def ingestion(request: pytest.FixtureRequest) -> Ingesting:
    return request.getfixturevalue(f"{request.param}_ingestion")  # type: ignore[no-any-return]
