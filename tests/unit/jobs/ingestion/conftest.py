"""Ingestion in memory."""

from collections.abc import AsyncIterator

import pytest

from tests.support.clock import FixedClock
from tests.support.ingestion import Ingesting, ingesting


@pytest.fixture
async def ingestion(clock: FixedClock) -> AsyncIterator[Ingesting]:
    async with ingesting(clock) as made:
        yield made
