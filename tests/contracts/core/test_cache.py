"""What a cache promises, on every adapter."""

import asyncio
from datetime import timedelta

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.cache import Cache
from tests.support.clock import FixedClock

pytestmark = pytest.mark.parametrize("container", ["memory", "scaled_out"], indirect=True)
LONG = timedelta(minutes=5)


async def test_what_was_put_comes_back_and_nothing_else(container: AsyncContainer) -> None:
    cache = await container.get(Cache)
    value = bytes(range(256)) * 10
    await cache.put("one", value, LONG)
    await cache.put("nothing", b"", LONG)
    assert await cache.get("one") == value
    assert await cache.get("nothing") == b""
    assert await cache.get("on") is None
    assert await cache.get("one:") is None


async def test_the_last_value_counts(container: AsyncContainer) -> None:
    cache = await container.get(Cache)
    await cache.put("one", b"old", LONG)
    await cache.put("one", b"new", LONG)
    assert await cache.get("one") == b"new"


async def test_a_value_is_forgotten_after_its_time(container: AsyncContainer, clock: FixedClock) -> None:
    cache = await container.get(Cache)
    await cache.put("short", b"x", timedelta(milliseconds=200))
    await cache.put("long", b"x", LONG)
    await passing(clock, 0.3)
    assert await cache.get("short") is None
    assert await cache.get("long") == b"x"


async def test_what_lasts_no_time_is_not_kept(container: AsyncContainer) -> None:
    cache = await container.get(Cache)
    await cache.put("one", b"old", LONG)
    await cache.put("two", b"x", timedelta(0))
    assert await cache.get("two") is None


async def test_keys_may_be_anything_in_writing(container: AsyncContainer) -> None:
    cache = await container.get(Cache)
    keys = ["Łódź", "with space", "line\nbreak", "x" * 2_000, "a:b*[c]"]
    for key in keys:
        await cache.put(key, key.encode(), LONG)
    assert [await cache.get(key) for key in keys] == [key.encode() for key in keys]


async def passing(clock: FixedClock, seconds: float) -> None:
    """Let time go by, for those that ask our clock and those that have their own."""
    clock.advance(timedelta(seconds=seconds))
    await asyncio.sleep(seconds)
