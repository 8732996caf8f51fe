"""Facts of a Redis, for the doctor."""

from redis.asyncio import Redis

from careercopilot.adapters.redis.server import BROKEN
from careercopilot.kernel.errors import Unavailable


async def version_of(url: str) -> tuple[int, ...]:
    """Ask the server. Raises Unavailable, with what it or the network said, when it cannot be used."""
    try:
        async with Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5) as redis:
            facts = await redis.info("server")
    except (*BROKEN, ValueError) as error:
        raise Unavailable(f"cannot be used: {str(error) or type(error).__name__}") from error
    return tuple(int(number) for number in str(facts["redis_version"]).split("."))
