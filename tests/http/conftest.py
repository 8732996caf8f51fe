"""The HTTP application on a memory container."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer
from litestar import Litestar
from litestar.testing import AsyncTestClient

from careercopilot.entrypoints.http.app import create_app
from tests.support.containers import settings


@pytest.fixture
async def http(memory_container: AsyncContainer) -> AsyncIterator[AsyncTestClient[Litestar]]:
    async with AsyncTestClient(create_app(memory_container, settings())) as client:
        yield client
