"""The HTTP application, built once, on a memory container of each test's own."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer, make_async_container
from httpx import AsyncClient
from litestar import Litestar

from careercopilot.entrypoints.http.app import create_app
from tests.support.clients import client_of
from tests.support.containers import settings


@pytest.fixture(scope="session")
def application() -> Litestar:
    """Building it takes a third of a second, so every test gets the same one with another container in it."""
    return create_app(make_async_container(), settings())


@pytest.fixture
async def http(application: Litestar, memory_container: AsyncContainer) -> AsyncIterator[AsyncClient]:
    application.state.dishka_container = memory_container
    async with client_of(application) as client:
        yield client
