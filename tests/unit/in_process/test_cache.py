"""A cache in one process is bounded; what every cache promises is in the contract suite."""

from datetime import timedelta

from careercopilot.adapters.in_process.cache import InProcessCache
from tests.support.clock import FixedClock

LONG = timedelta(minutes=5)


class SmallCache(InProcessCache):
    MOST_ENTRIES = 3
    MOST_BYTES = 100


async def test_what_was_not_asked_for_longest_goes_first() -> None:
    cache = SmallCache(FixedClock())
    for key in "abc":
        await cache.put(key, b"x", LONG)
    await cache.get("a")
    await cache.put("d", b"x", LONG)
    assert [await cache.get(key) for key in "abcd"] == [b"x", None, b"x", b"x"]


async def test_bytes_are_bounded_too() -> None:
    cache = SmallCache(FixedClock())
    await cache.put("a", b"x" * 60, LONG)
    await cache.put("b", b"x" * 60, LONG)
    await cache.put("c", b"x" * 200, LONG)
    assert [await cache.get(key) is not None for key in "abc"] == [False, True, False]


async def test_a_value_that_is_replaced_frees_its_room() -> None:
    cache = SmallCache(FixedClock())
    for _ in range(10):
        await cache.put("a", b"x" * 60, LONG)
    await cache.put("b", b"x" * 30, LONG)
    assert await cache.get("a") is not None
    assert await cache.get("b") is not None


async def test_a_value_too_large_replaces_nothing_by_half() -> None:
    cache = SmallCache(FixedClock())
    await cache.put("a", b"small", LONG)
    await cache.put("a", b"x" * 200, LONG)
    assert await cache.get("a") is None
