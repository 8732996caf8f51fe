"""Somebody who is signed in and looks for jobs like one, with an index that a test can take away."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient
from litestar import Litestar

from tests.support.clients import client_of
from tests.support.clock import FixedClock
from tests.support.containers import in_memory
from tests.support.job_catalogue import CatalogueOf
from tests.support.likeness import FickleVectorIndex, with_index
from tests.support.people import sign_up


@pytest.fixture
def index() -> FickleVectorIndex:
    return FickleVectorIndex()


@pytest.fixture
async def house(clock: FixedClock, index: FickleVectorIndex) -> AsyncIterator[AsyncContainer]:
    container = in_memory(clock, with_index(index))
    yield container
    await container.close()


@pytest.fixture
def catalogue(house: AsyncContainer) -> CatalogueOf:
    return CatalogueOf(house)


@pytest.fixture
async def reader(application: Litestar, house: AsyncContainer) -> AsyncIterator[AsyncClient]:
    """The client, signed in."""
    application.state.dishka_container = house
    async with client_of(application) as client:
        _, headers = await sign_up(client)
        client.headers.update(headers)
        yield client
