"""The application with a few routes that only tests have."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient
from litestar import Litestar

from careercopilot.entrypoints.http.app import create_app
from tests.support.clients import client_of
from tests.support.containers import settings
from tests.support.people import sign_up
from tests.support.rooms import Behaviour, RoomsController

Http = AsyncClient


@pytest.fixture
def behaviour() -> Behaviour:
    return Behaviour()


@pytest.fixture
def app(memory_container: AsyncContainer, behaviour: Behaviour) -> Litestar:
    app = create_app(memory_container, settings(), more_routes=[RoomsController])
    app.state.behaviour = behaviour
    return app


@pytest.fixture
async def http(app: Litestar) -> AsyncIterator[Http]:
    async with client_of(app) as client:
        yield client


@pytest.fixture
async def someone(http: Http) -> dict[str, str]:
    """The headers of somebody who is signed in."""
    return (await sign_up(http))[1]
