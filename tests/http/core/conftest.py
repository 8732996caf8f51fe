"""The application with a few routes that only tests have, built once for all tests of a file."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient
from litestar import Litestar

from careercopilot.entrypoints.http.app import create_app
from tests.support.clients import client_of
from tests.support.clock import FixedClock
from tests.support.containers import in_memory, settings
from tests.support.people import sign_up
from tests.support.rooms import Behaviour, RoomsController


@pytest.fixture(scope="module")
async def house() -> AsyncIterator[AsyncContainer]:
    container = in_memory(FixedClock())
    yield container
    await container.close()


@pytest.fixture(scope="module")
def app(house: AsyncContainer) -> Litestar:
    return create_app(house, settings(), more_routes=[RoomsController])


@pytest.fixture(scope="module")
async def client(app: Litestar) -> AsyncIterator[AsyncClient]:
    async with client_of(app) as client:
        yield client


@pytest.fixture
def behaviour(app: Litestar) -> Behaviour:
    """What the routes of this test do."""
    app.state.behaviour = Behaviour()
    return app.state.behaviour  # type: ignore[no-any-return]


@pytest.fixture
def http(client: AsyncClient, behaviour: Behaviour) -> AsyncClient:  # noqa: ARG001 - each test begins anew
    return client


@pytest.fixture
async def someone(http: AsyncClient) -> dict[str, str]:
    """The headers of somebody who is signed in, and whom nobody has seen before."""
    return (await sign_up(http))[1]
