"""How many sockets one process has, and who is still at the door."""

from careercopilot.entrypoints.websocket.farewell import Farewell
from careercopilot.entrypoints.websocket.limits import Limits
from careercopilot.kernel.metrics import Counter, Gauge, Metrics

_OPEN = Gauge("live_sockets", "Sockets that are open in this process.")
_CLOSED = Counter("live_sockets_closed_total", "Sockets that were closed, by what ended them.", ("reason",))
_COMPLAINTS = Counter("live_complaints_total", "Messages from clients that did not fit.", ("kind",))
GONE = "gone"


class Full(Exception):
    """There are as many sockets, or as many callers still to be recognised, as this process bears."""


class Visit:
    """One socket's stay, from the handshake to its end."""

    def __init__(self, doorway: "Doorway") -> None:
        self._doorway = doorway
        self._waits = True
        self._ended = False

    def recognised(self) -> None:
        """Make room at the door for the next one."""
        if self._waits:
            self._waits = False
            self._doorway.waiting -= 1

    def end(self, parting: Farewell | None) -> None:
        """Leave, with the farewell that was said, or None when the client was gone."""
        if self._ended:
            return
        self._ended = True
        self.recognised()
        self._doorway.left(GONE if parting is None else parting.name)


class Doorway:
    """Lets in so many and no more: beyond, every further one would make all of them slower."""

    def __init__(self, limits: Limits, metrics: Metrics) -> None:
        self._limits = limits
        self._metrics = metrics
        self.inside = 0
        self.waiting = 0

    def enter(self) -> Visit:
        """Let a socket in. Raises Full."""
        if self.inside >= self._limits.sockets or self.waiting >= self._limits.handshakes:
            raise Full
        self.inside += 1
        self.waiting += 1
        self._metrics.set(_OPEN, self.inside)
        return Visit(self)

    def left(self, reason: str) -> None:
        """Note that a socket was closed."""
        self.inside -= 1
        self._metrics.set(_OPEN, self.inside)
        self._metrics.count(_CLOSED, reason)

    def turned_away(self, parting: Farewell) -> None:
        """Note that a socket was closed that was never let in."""
        self._metrics.count(_CLOSED, parting.name)

    def complained(self, kind: str) -> None:
        """Note that a client sent what does not fit."""
        self._metrics.count(_COMPLAINTS, kind)
