"""What ``/metrics`` shows: this process's own metrics, and gauges read from what all processes share."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence

import structlog

from careercopilot.adapters.prometheus.metrics import CONTENT_TYPE
from careercopilot.adapters.prometheus.server import PrometheusServer
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.gauges import Gauges, Reading
from careercopilot.kernel.metrics import Gauge

_log = structlog.get_logger("careercopilot.metrics")
_PATIENCE = 1.5
_FIRST_PATIENCE = 1.2
_KEPT_FOR = 5.0
_DATABASE_UP = Gauge("database_up", "1 when the database answered, 0 when it did not.")


class SharedGauges:
    """Reads all gauges at once, and not again for a few seconds, however often somebody looks.

    What cannot be read in time is left out: no value is better than an old one.
    """

    def __init__(self, parts: Mapping[str, Gauges], kept_for: float = _KEPT_FOR) -> None:
        self._parts = parts
        self._kept_for = kept_for
        self._reading = asyncio.Lock()
        self._known: Sequence[Reading] = ()
        self._good_until = 0.0
        self._unread: set[str] = set()

    async def read(self) -> Sequence[Reading]:
        """Return what is known, within two seconds."""
        async with self._reading:
            if time.monotonic() >= self._good_until:
                found = await asyncio.gather(*(self._read(name, part) for name, part in self._parts.items()))
                self._known = [reading for readings in found for reading in readings]
                self._good_until = time.monotonic() + self._kept_for
            return self._known

    async def _read(self, name: str, part: Gauges) -> Sequence[Reading]:
        try:
            async with asyncio.timeout(_PATIENCE):
                found = await part.read()
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one part, the others are shown
            if name not in self._unread:
                _log.warning("gauges.unread", part=name, error=type(error).__name__)
            self._unread.add(name)
            return []
        self._unread.discard(name)
        return found


class DatabaseGauge:
    """Says whether the database answers, by asking one of the parts that are read from it."""

    def __init__(self, asked: Gauges) -> None:
        self._asked = asked

    async def read(self) -> Sequence[Reading]:
        """Return the part's readings, and one that says whether there were any."""
        try:
            async with asyncio.timeout(_FIRST_PATIENCE):
                found = await self._asked.read()
        except (Unavailable, OSError, TimeoutError):
            return [Reading(_DATABASE_UP, 0)]
        return [Reading(_DATABASE_UP, 1), *found]


class MetricsPage:
    """The page that a scraper reads."""

    content_type = CONTENT_TYPE

    def __init__(self, gauges: SharedGauges, render: Callable[[Sequence[Reading]], bytes]) -> None:
        self._gauges = gauges
        self._render = render
        self._rendering = asyncio.Lock()
        self._next: asyncio.Task[bytes] | None = None

    async def text(self) -> bytes:
        """Return the page as it is now; those who ask while one is being made share the one after it."""
        if self._next is None or self._next.done():
            self._next = asyncio.create_task(self._make())
        return await asyncio.shield(self._next)

    async def _make(self) -> bytes:
        readings = await self._gauges.read()
        async with self._rendering:
            self._next = None
            return await asyncio.to_thread(self._render, readings)


class MetricsServer:
    """Shows the metrics of a process that has no other way to show them."""

    def __init__(self, server: PrometheusServer | None) -> None:
        self._server = server

    async def serve(self) -> None:
        """Show them until cancelled; a port that is taken is told, and harms nothing else."""
        if self._server is not None:
            try:
                self._server.start()
            except OSError as error:
                _log.warning("metrics.not-served", port=self._server.port, reason=error.strerror)
        try:
            await asyncio.Event().wait()
        finally:
            if self._server is not None:
                await asyncio.to_thread(self._server.stop)
