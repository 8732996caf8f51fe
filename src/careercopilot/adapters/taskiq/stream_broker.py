"""The broker of several processes: a Redis stream that outlives nothing and need not, read by a loop that does."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Any

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from taskiq import AckableMessage, AsyncBroker
from taskiq_redis import RedisStreamBroker

from careercopilot.kernel.waiting import asked_to_end

_log = structlog.get_logger(__name__)
_BROKEN = (RedisError, OSError, TimeoutError)
_BLOCK = 2_000
_PATIENCE = 5.0
_IDLE = 5 * 60 * 1000
_LONGEST_STREAM = 10_000
_CLAIM_EVERY = 30.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.1, 2.0

_Fields = dict[bytes, bytes]


class PatientStreamBroker(RedisStreamBroker):
    """Survives a server that goes away, comes back empty, or was never there.

    The library's own loop ends with the first lost connection, expects its consumer group to be there for ever, and
    claims what a dead worker left only when something new comes in.
    """

    def __init__(self, url: str) -> None:
        super().__init__(
            url,
            queue_name="careercopilot:tasks",
            consumer_group_name="workers",
            consumer_id="0",  # what was kicked before the first worker came counts too
            maxlen=_LONGEST_STREAM,
            idle_timeout=_IDLE,
            xread_block=_BLOCK,
            xread_count=1,  # what one worker has taken, no other can do
            client_name="careercopilot-tasks",
            socket_timeout=_PATIENCE,
            socket_connect_timeout=1.0,
            retry=Retry(NoBackoff(), 1),  # a kept connection may have ended meanwhile
        )
        self._declared = False
        self._claimed_at = float("-inf")

    async def startup(self) -> None:
        """Open nothing yet: the loop declares the group whenever it has to."""
        await AsyncBroker.startup(self)

    async def listen(self) -> AsyncGenerator[AckableMessage, None]:
        """Yield messages until cancelled, whatever becomes of the server."""
        pause = 0.0
        while not asked_to_end():
            try:
                messages = await self._receive()
            except _BROKEN as error:
                self._declared = False
                if not pause:
                    _log.warning("tasks.not-heard", error=type(error).__name__)
                pause = min(_LONGEST_PAUSE, max(_SHORTEST_PAUSE, pause * 2))
                await asyncio.sleep(pause)
                continue
            if pause:
                _log.info("tasks.heard-again")
                pause = 0.0
            for message in messages:
                yield message

    async def _receive(self) -> Sequence[AckableMessage]:
        """Wait a little for what is new, after looking now and then for what a dead worker left."""
        async with Redis(connection_pool=self.connection_pool) as redis:
            if not self._declared:
                await self._declare_consumer_group()
                self._declared = True
            abandoned = await self._abandoned(redis)
            if abandoned:
                return self._messages(abandoned)
            fetched: Any = await redis.xreadgroup(
                self.consumer_group_name, self.consumer_name, {self.queue_name: ">"}, block=self.block, count=self.count
            )
            return self._messages([entry for _, entries in fetched or () for entry in entries])

    async def _abandoned(self, redis: Redis) -> Sequence[tuple[bytes, _Fields]]:
        now = asyncio.get_running_loop().time()
        if now - self._claimed_at < _CLAIM_EVERY:
            return ()
        self._claimed_at = now
        claimed: Any = await redis.xautoclaim(
            self.queue_name, self.consumer_group_name, self.consumer_name, min_idle_time=self.idle_timeout
        )
        entries: Sequence[tuple[bytes, _Fields]] = claimed[1]
        return entries

    def _messages(self, entries: Sequence[tuple[bytes, _Fields]]) -> list[AckableMessage]:
        # One that was trimmed away before it was done comes back as nothing.
        return [AckableMessage(data=fields[b"data"], ack=self._acknowledge(i)) for i, fields in entries if fields]

    def _acknowledge(self, message_id: bytes) -> Callable[[], Awaitable[None]]:
        acknowledge = self._ack_generator(message_id.decode(), self.queue_name)

        async def attempt() -> None:
            try:
                await acknowledge()
            except _BROKEN as error:  # it is done once more, which harms nothing
                _log.debug("tasks.not-acknowledged", error=type(error).__name__)

        return attempt
