"""Counting in one process is bounded; what all rate limits promise is in the contract suite."""

from datetime import timedelta

import pytest

from careercopilot.adapters.in_process import rate_limits
from careercopilot.adapters.in_process.rate_limits import InProcessRateLimits
from careercopilot.kernel.rate_limits import Rate
from tests.support.clock import FixedClock

ONCE = Rate(times=1, seconds=60)


async def test_windows_that_are_over_are_forgotten(clock: FixedClock) -> None:
    limits = InProcessRateLimits(clock)
    for number in range(100):
        await limits.hit(str(number), ONCE)
    clock.advance(timedelta(seconds=61))
    await limits.hit("another", ONCE)
    assert len(limits._windows) == 1


async def test_of_too_many_keys_the_quietest_is_forgotten(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "_MOST_KEYS", 3)
    limits = InProcessRateLimits(clock)
    for key in "abcd":
        await limits.hit(key, ONCE)
    assert not (await limits.hit("d", ONCE)).allowed
    assert (await limits.hit("a", ONCE)).allowed


async def test_a_long_window_at_the_front_does_not_keep_short_ones_for_ever(clock: FixedClock) -> None:
    limits = InProcessRateLimits(clock)
    await limits.hit("long", Rate(times=1, seconds=3600))
    for number in range(10):
        await limits.hit(str(number), ONCE)
    clock.advance(timedelta(seconds=3601))
    await limits.hit("another", ONCE)
    assert len(limits._windows) == 1
