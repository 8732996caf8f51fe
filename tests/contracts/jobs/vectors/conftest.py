"""Likeness on the whole wiring, with a vector index that a test can take away."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer

from tests.support.clock import FixedClock
from tests.support.containers import in_memory, on_postgres
from tests.support.job_catalogue import CatalogueOf
from tests.support.likeness import FickleVectorIndex, with_index


@pytest.fixture
def index() -> FickleVectorIndex:
    return FickleVectorIndex()


@pytest.fixture
async def memory_house(clock: FixedClock, index: FickleVectorIndex) -> AsyncIterator[AsyncContainer]:
    container = in_memory(clock, with_index(index))
    yield container
    await container.close()


@pytest.fixture
async def postgres_house(
    database_url: str, clock: FixedClock, index: FickleVectorIndex
) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(database_url, clock, with_index(index))
    yield container
    await container.close()


@pytest.fixture(params=["memory", "postgres"])
def house(request: pytest.FixtureRequest) -> AsyncContainer:
    """The whole wiring around that index."""
    return request.getfixturevalue(f"{request.param}_house")  # type: ignore[no-any-return]


@pytest.fixture
def shelf(house: AsyncContainer) -> CatalogueOf:
    return CatalogueOf(house)
