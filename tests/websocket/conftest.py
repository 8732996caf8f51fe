"""The live channel over a memory container."""

from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer

from careercopilot.entrypoints.websocket.limits import Limits
from tests.support.live import LiveServer, serving


@pytest.fixture
def limits() -> Limits:
    """Whoever needs other ones overrides this."""
    return Limits()


@pytest.fixture
async def live(memory_container: AsyncContainer, limits: Limits) -> AsyncIterator[LiveServer]:
    async with serving(memory_container, limits) as server:
        yield server
