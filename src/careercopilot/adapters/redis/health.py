"""Health of Redis."""

import time

from careercopilot.adapters.redis.server import BROKEN, RedisServer
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.health import ComponentHealth


class RedisHealthProbe:
    """Asks Redis for a trivial answer."""

    component = "redis"

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    async def check(self) -> ComponentHealth:
        begun = time.perf_counter()
        try:
            await self._server.ask(lambda redis: redis.ping())
        except (*BROKEN, Unavailable):
            return ComponentHealth("down", detail="Redis does not answer; what it does is done without it, slower")
        return ComponentHealth("up", latency_ms=round((time.perf_counter() - begun) * 1000, 2))
