"""Signals by LISTEN/NOTIFY, over one connection that is kept open and mended when it breaks."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress

import asyncpg
import structlog

from careercopilot.adapters.postgres.core.address import plain_dsn
from careercopilot.adapters.postgres.core.engines import APPLICATION
from careercopilot.kernel.waiting import happens_within

_log = structlog.get_logger(__name__)
_SHORTEST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
_PROBE_EVERY = 15.0
_BROKEN = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)


class PostgresSignals:
    """Hears NOTIFY on the topics somebody subscribed to. ``start`` and ``stop`` frame its life."""

    def __init__(self, url: str) -> None:
        self._dsn = plain_dsn(url)
        self._listeners: defaultdict[str, list[Callable[[str], None]]] = defaultdict(list)
        self._look = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._listening = asyncio.Event()

    def subscribe(self, topic: str, listener: Callable[[str], None]) -> Callable[[], None]:
        if topic not in self._listeners:
            self._look.set()
        self._listeners[topic].append(listener)
        return lambda: self._listeners[topic].remove(listener)

    async def start(self) -> None:
        """Begin to listen; returns when the connection stands, or after a few seconds without one."""
        self._task = asyncio.create_task(self._keep_listening(), name="postgres-signals")
        await happens_within(_LONGEST_PAUSE, self._listening)

    async def stop(self) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _keep_listening(self) -> None:
        pause = _SHORTEST_PAUSE
        while True:
            try:
                await self._connect_and_listen()
            except _BROKEN as error:
                _log.warning("signals.lost", error=type(error).__name__)
            except Exception:  # noqa: BLE001 - it is logged, and whatever it was, signals must come back
                _log.exception("signals.failed")
            if self._listening.is_set():
                self._listening.clear()
                pause = _SHORTEST_PAUSE
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _connect_and_listen(self) -> None:
        """Serve one connection until it breaks."""
        named = {"application_name": f"{APPLICATION} signals"}
        connection = await asyncpg.connect(self._dsn, timeout=_LONGEST_PAUSE, server_settings=named)
        try:
            connection.add_termination_listener(lambda _connection: self._look.set())
            await self._listen(connection)
        finally:
            with suppress(*_BROKEN):
                await connection.close(timeout=1.0)

    async def _listen(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Hear every topic; ``_look`` says that there is a new one, or that the server has hung up."""
        heard: set[str] = set()
        while True:
            self._look.clear()
            for topic in set(self._listeners) - heard:
                await connection.add_listener(topic, self._hear)
                heard.add(topic)
                # What was sent before the server listened for us is lost, so everybody looks once.
                self._tell(topic, "")
            self._listening.set()
            await happens_within(_PROBE_EVERY, self._look)
            # Fails at once on a connection that was ended, and after the timeout on one that died without a word.
            await connection.execute("SELECT 1", timeout=_LONGEST_PAUSE)

    def _hear(self, _connection: object, _pid: int, topic: str, payload: object) -> None:
        self._tell(topic, str(payload))

    def _tell(self, topic: str, payload: str) -> None:
        for listener in tuple(self._listeners[topic]):
            try:
                listener(payload)
            except Exception:  # noqa: BLE001 - it is logged, and must not silence the other listeners
                _log.exception("signals.listener-failed", topic=topic)
