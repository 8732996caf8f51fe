"""Saved searches and arrivals, in memory and on PostgreSQL."""

from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from tests.support.alerts import Alerts


@pytest.fixture
def alerts(container: AsyncContainer) -> Alerts:
    return Alerts(container)


@pytest.fixture
def viewer() -> UUID:
    return new_id()
