"""Redis can go away: nobody waits for it, nobody fails without it, and all of it comes back by itself."""

import asyncio
import time
from datetime import timedelta

import pytest

from careercopilot.adapters.in_process.rate_limits import InProcessRateLimits
from careercopilot.adapters.redis.cache import RedisCache
from careercopilot.adapters.redis.health import RedisHealthProbe
from careercopilot.adapters.redis.rate_limits import RedisRateLimits
from careercopilot.adapters.redis.server import RedisServer
from careercopilot.bootstrap.doctor import examine
from careercopilot.kernel.clock import SystemClock
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.rate_limits import Rate
from tests.support.containers import settings
from tests.support.redis_server import RedisProcess

LONG = timedelta(minutes=5)


async def test_a_cache_that_is_away_has_forgotten_everything_and_works_again(
    redis: RedisProcess, server: RedisServer
) -> None:
    cache = RedisCache(server)
    await cache.put("one", b"1", LONG)
    redis.stop()
    assert await cache.get("one") is None
    await cache.put("one", b"1", LONG)
    redis.start()
    async with asyncio.timeout(5):
        while await cache.get("one") is None:
            await cache.put("one", b"1", LONG)
            await asyncio.sleep(0.05)


async def test_each_process_counts_by_itself_until_they_can_count_together(
    redis: RedisProcess, server: RedisServer
) -> None:
    other = RedisServer(redis.url)
    here, there = (RedisRateLimits(s, InProcessRateLimits(SystemClock())) for s in (server, other))
    twice = Rate(times=2, seconds=60)
    assert [(await limits.hit("robin", twice)).allowed for limits in (here, there, here)] == [True, True, False]
    redis.stop()
    assert [(await here.hit("robin", twice)).allowed for _ in range(3)] == [True, True, False]
    assert (await there.hit("robin", twice)).allowed
    redis.start()
    await asyncio.sleep(2.1)
    assert [(await limits.hit("robin", twice)).allowed for limits in (here, there, here)] == [True, True, False]
    await other.close()


async def test_a_server_that_hangs_costs_one_caller_a_second_and_the_others_nothing(
    redis: RedisProcess, server: RedisServer
) -> None:
    cache = RedisCache(server)
    await cache.put("one", b"1", LONG)
    redis.pause()
    assert await timed(cache, "one") < 1.5
    took = await asyncio.gather(*(timed(cache, "one") for _ in range(100)))
    assert max(took) < 0.2
    await asyncio.sleep(2.1)
    took = await asyncio.gather(*(timed(cache, "one") for _ in range(100)))
    assert sum(seconds > 0.5 for seconds in took) == 1
    redis.go_on()
    await asyncio.sleep(2.1)
    assert await cache.get("one") == b"1"


async def timed(cache: RedisCache, key: str) -> float:
    begun = time.perf_counter()
    await cache.get(key)
    return time.perf_counter() - begun


async def test_an_outage_is_told_once_and_so_is_its_end(
    redis: RedisProcess, server: RedisServer, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    cache = RedisCache(server)
    redis.stop()
    for _ in range(20):
        await cache.get("one")
    redis.start()
    await asyncio.sleep(2.1)
    for _ in range(20):
        await cache.get("one")
    told = caplog.text + capsys.readouterr().out
    assert (told.count("redis.away"), told.count("redis.back")) == (1, 1)


async def test_health_and_doctor_say_how_it_is(redis: RedisProcess, server: RedisServer, database_url: str) -> None:
    probe = RedisHealthProbe(server)
    assert (await probe.check()).status == "up"
    chosen = settings(database_url=database_url, redis_url=redis.url, pool_size=5, pool_overflow=5)
    found = {finding.subject: finding for finding in await examine(chosen)}
    assert found["Redis"].ok, found
    redis.stop()
    assert (await probe.check()).status == "down"
    found = {finding.subject: finding for finding in await examine(chosen)}
    assert not found["Redis"].ok
    assert found["schema"].ok


async def test_a_refusal_counts_as_being_away(redis: RedisProcess) -> None:
    protected = RedisServer(redis.url.replace("//", "//nobody:wrong@"))
    with pytest.raises(Unavailable):
        await protected.ask(lambda client: client.ping())
    await protected.close()
