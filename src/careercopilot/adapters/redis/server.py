"""One Redis: a pool of connections, and one opinion on whether it answers."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from careercopilot.kernel.circuit import Circuit
from careercopilot.kernel.errors import Unavailable

T = TypeVar("T")

_log = structlog.get_logger(__name__)
BROKEN = (RedisError, OSError, TimeoutError)
_PATIENCE = 1.0
_LEFT_ALONE_FOR = 2.0
_NAME = "careercopilot"


class RedisServer:
    """Asked by everybody in this process. While it is away only one in two seconds knocks; the others do without."""

    def __init__(self, url: str) -> None:
        self.client: Redis = Redis.from_url(
            url,
            client_name=_NAME,
            socket_timeout=_PATIENCE,
            socket_connect_timeout=_PATIENCE,
            retry=Retry(NoBackoff(), 1),  # a kept connection may have ended meanwhile
        )
        self.database = int(self.client.connection_pool.connection_kwargs.get("db") or 0)
        self._circuit = Circuit(_LEFT_ALONE_FOR)

    async def ask(self, question: Callable[[Redis], Awaitable[T]]) -> T:
        """Return the answer. Raises Unavailable within a second; at once while it is known to be away."""
        if not self._circuit.admits(_now()):
            raise Unavailable("Redis does not answer.")
        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await question(self.client)
        except BROKEN as error:
            if self._circuit.failed(_now()):
                _log.warning("redis.away", error=type(error).__name__)
            raise Unavailable("Redis does not answer.") from error
        if self._circuit.succeeded():
            _log.info("redis.back")
        return answer

    async def close(self) -> None:
        """Close all connections."""
        await self.client.aclose()


def _now() -> float:
    return asyncio.get_running_loop().time()
