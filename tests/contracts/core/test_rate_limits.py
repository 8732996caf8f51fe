"""What rate limits promise, on every adapter."""

import asyncio
from datetime import timedelta

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.rate_limits import Rate, RateLimits
from tests.support.clock import FixedClock

pytestmark = pytest.mark.parametrize("container", ["memory", "scaled_out"], indirect=True)
THRICE = Rate(times=3, seconds=60)


async def test_so_many_times_are_allowed_and_no_more(container: AsyncContainer) -> None:
    limits = await container.get(RateLimits)
    allowances = [await limits.hit("robin", THRICE) for _ in range(5)]
    assert [a.allowed for a in allowances] == [True, True, True, False, False]
    assert [a.remaining for a in allowances] == [2, 1, 0, 0, 0]
    assert {a.limit for a in allowances} == {3}
    assert all(0 < a.reset_after <= 60 for a in allowances)


async def test_everybody_is_counted_apart_and_every_rate_too(container: AsyncContainer) -> None:
    limits = await container.get(RateLimits)
    for _ in range(3):
        await limits.hit("robin", THRICE)
    assert (await limits.hit("kim", THRICE)).allowed
    assert (await limits.hit("robin", Rate(times=4, seconds=60))).allowed
    assert (await limits.hit("robin", Rate(times=3, seconds=61))).allowed
    assert not (await limits.hit("robin", THRICE)).allowed


async def test_the_window_moves(container: AsyncContainer, clock: FixedClock) -> None:
    limits, rate = await container.get(RateLimits), Rate(times=2, seconds=1)
    await limits.hit("robin", rate)
    await passing(clock, 0.6)
    assert (await limits.hit("robin", rate)).allowed
    refused = await limits.hit("robin", rate)
    assert not refused.allowed
    assert 0 < refused.reset_after <= 0.41
    await passing(clock, 0.5)
    assert (await limits.hit("robin", rate)).allowed
    assert not (await limits.hit("robin", rate)).allowed


async def test_a_refused_time_does_not_count(container: AsyncContainer, clock: FixedClock) -> None:
    limits, rate = await container.get(RateLimits), Rate(times=1, seconds=1)
    await limits.hit("robin", rate)
    await passing(clock, 0.7)
    assert not (await limits.hit("robin", rate)).allowed
    await passing(clock, 0.4)
    assert (await limits.hit("robin", rate)).allowed


async def test_of_many_at_once_only_so_many_are_allowed(container: AsyncContainer) -> None:
    limits = await container.get(RateLimits)
    allowances = await asyncio.gather(*(limits.hit("robin", Rate(times=5, seconds=60)) for _ in range(30)))
    assert sum(a.allowed for a in allowances) == 5


async def passing(clock: FixedClock, seconds: float) -> None:
    """Let time go by, for those that ask our clock and those that have their own."""
    clock.advance(timedelta(seconds=seconds))
    await asyncio.sleep(seconds)
