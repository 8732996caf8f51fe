"""A cache that all processes share."""

from datetime import timedelta

from careercopilot.adapters.redis.server import RedisServer
from careercopilot.kernel.errors import Unavailable

_PREFIX = "careercopilot:cache:"
_LARGEST = 4 * 1024 * 1024


class RedisCache:
    """Keys of our own, each with an end; a server that is away has forgotten everything."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    async def get(self, key: str) -> bytes | None:
        try:
            found = await self._server.ask(lambda redis: redis.get(_PREFIX + key))
        except Unavailable:
            return None
        return found if isinstance(found, bytes) else None  # the client is typed for those that decode, too

    async def put(self, key: str, value: bytes, lasts: timedelta) -> None:
        milliseconds = round(lasts.total_seconds() * 1000)
        if milliseconds <= 0 or len(value) > _LARGEST:
            return
        try:
            await self._server.ask(lambda redis: redis.set(_PREFIX + key, value, px=milliseconds))
        except Unavailable:
            return
