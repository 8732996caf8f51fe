"""Signals by Redis pub/sub, over one connection that is kept open and mended when it breaks."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection
from contextlib import aclosing, suppress

import structlog
from redis.asyncio.client import PubSub

from careercopilot.adapters.redis.server import BROKEN, RedisServer
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.signals import Signal
from careercopilot.kernel.waiting import asked_to_end, happens_within

_log = structlog.get_logger(__name__)
_TIME_TO_CONNECT = 1.0
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.1, 3.0
_PROBE_EVERY = 15.0
_PROBE_ANSWERED_WITHIN = 5.0


class RedisSignalCarrier:
    """Publishes."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    async def carry(self, signals: Collection[Signal]) -> None:
        pipeline = self._server.client.pipeline(transaction=False)
        for signal in signals:
            pipeline.publish(_channel(self._server, signal.topic), signal.payload)
        await self._server.ask(lambda _: pipeline.execute())


class RedisSignals:
    """Hears every topic at once. While nothing can be heard, listeners are told now and then to look for themselves.

    ``start`` and ``stop`` frame its life.
    """

    def __init__(self, server: RedisServer) -> None:
        self._server = server
        self._listeners: defaultdict[str, list[Callable[[str], None]]] = defaultdict(list)
        self._task: asyncio.Task[None] | None = None
        self._listening = asyncio.Event()

    def subscribe(self, topic: str, listener: Callable[[str], None]) -> Callable[[], None]:
        listeners = self._listeners[topic]
        listeners.append(listener)
        asyncio.get_running_loop().call_soon(lambda: self._tell(listener, "") if listener in listeners else None)
        return lambda: listeners.remove(listener)

    async def start(self) -> None:
        """Begin to listen; returns when the connection stands, or after a second without one."""
        self._task = asyncio.create_task(self._keep_listening(), name="redis-signals")
        await happens_within(_TIME_TO_CONNECT, self._listening)

    async def stop(self) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _keep_listening(self) -> None:
        pause, told = _SHORTEST_PAUSE, False
        while not asked_to_end():
            try:
                await self._connect_and_listen()
            except (*BROKEN, Unavailable) as error:
                if self._listening.is_set() or not told:
                    _log.warning("signals.lost", error=type(error).__name__)
                told = True
            except Exception:  # noqa: BLE001 - it is logged, and whatever it was, signals must come back
                _log.exception("signals.failed")
            if self._listening.is_set():
                self._listening.clear()
                pause = _SHORTEST_PAUSE
            self._tell_everybody_to_look()
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _connect_and_listen(self) -> None:
        """Serve one connection until it breaks."""
        async with aclosing(self._server.client.pubsub()) as pubsub:
            await pubsub.psubscribe(_channel(self._server, "*"))
            quiet = False
            while not asked_to_end():
                message = await pubsub.get_message(timeout=_PROBE_ANSWERED_WITHIN if quiet else _PROBE_EVERY)
                if message is not None:
                    quiet = False
                    self._hear(message)
                elif quiet:
                    raise TimeoutError
                else:
                    await _probe(pubsub)
                    quiet = True

    def _hear(self, message: dict[str, bytes | str]) -> None:
        if message["type"] == "psubscribe":
            self._listening.set()
            # What was sent before the server listened for us is lost, so everybody looks once.
            self._tell_everybody_to_look()
        elif message["type"] == "pmessage":
            topic = _text(message["channel"]).rpartition(":")[2]
            for listener in tuple(self._listeners[topic]):
                self._tell(listener, _text(message["data"]))

    def _tell_everybody_to_look(self) -> None:
        for listener in [listener for listeners in self._listeners.values() for listener in listeners]:
            self._tell(listener, "")

    def _tell(self, listener: Callable[[str], None], payload: str) -> None:
        try:
            listener(payload)
        except Exception:  # noqa: BLE001 - it is logged, and must not silence the other listeners
            _log.exception("signals.listener-failed")


def _channel(server: RedisServer, topic: str) -> str:
    """Name the topic's channel; channels know no databases, so the number is part of the name."""
    return f"careercopilot:{server.database}:signals:{topic}"


async def _probe(pubsub: PubSub) -> None:
    """Ask for an answer, which a connection that died without a word does not give."""
    await pubsub.ping()


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
