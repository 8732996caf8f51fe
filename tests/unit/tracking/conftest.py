"""Tracking's use cases on memory adapters alone: nothing of the wiring, no sockets."""

import pytest

from tests.support.applications import KnownJobs
from tests.support.clock import FixedClock
from tests.unit.tracking.desk import Desk


@pytest.fixture
def jobs() -> KnownJobs:
    return KnownJobs()


@pytest.fixture
def desk(clock: FixedClock, jobs: KnownJobs) -> Desk:
    return Desk(clock, jobs)
