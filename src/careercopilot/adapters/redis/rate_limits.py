"""Rate limits counted by all processes together."""

import time

from limits import RateLimitItemPerSecond
from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter

from careercopilot.adapters.redis.server import RedisServer
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.rate_limits import Allowance, Rate, RateLimits

_PREFIX = "careercopilot:rate"


class RedisRateLimits:
    """A moving window per key, counted on the server by script; while it is away, ``alone`` counts."""

    def __init__(self, server: RedisServer, alone: RateLimits) -> None:
        self._server = server
        self._alone = alone
        pool = server.client.connection_pool
        # The address is the pool's; the library wants one to choose its client by.
        storage = RedisStorage("redis://", implementation="redispy", key_prefix=_PREFIX, connection_pool=pool)  # type: ignore[arg-type] # options are typed as plain values
        self._limiter = MovingWindowRateLimiter(storage)

    async def hit(self, key: str, rate: Rate) -> Allowance:
        try:
            return await self._server.ask(lambda _: self._count(key, rate))
        except Unavailable:
            return await self._alone.hit(key, rate)

    async def _count(self, key: str, rate: Rate) -> Allowance:
        item = RateLimitItemPerSecond(rate.times, rate.seconds)
        allowed = await self._limiter.hit(item, key)
        oldest_ends_at, remaining = await self._limiter.get_window_stats(item, key)
        return Allowance(allowed, rate.times, max(0, remaining), max(0.0, oldest_ends_at - time.time()))
