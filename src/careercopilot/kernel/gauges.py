"""Gauges that are read when somebody looks: what all processes together have in their stores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from careercopilot.kernel.metrics import Gauge
from careercopilot.kernel.outbox import Outbox


@dataclass(frozen=True)
class Reading:
    """A gauge's value at the moment, with the values of its labels in their order."""

    gauge: Gauge
    value: float
    labels: tuple[str, ...] = ()


class Gauges(Protocol):
    """What one part of the installation can say of its present state."""

    async def read(self) -> Sequence[Reading]:
        """Read all of it, with few and cheap questions. Raises Unavailable while what is asked is away."""
        ...


_PENDING = Gauge("outbox_pending", "Told events that wait for delivery.")
_LAG = Gauge("outbox_lag_seconds", "How long the oldest event that waits for delivery has been told.")
_FAILING = Gauge("outbox_failing", "Events that could not be delivered so far and are tried again.")
_PARKED = Gauge("outbox_parked", "Events that were given up on and wait for an operator.")


class OutboxGauges:
    """How far delivery is behind."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def read(self) -> Sequence[Reading]:
        backlog = await self._outbox.backlog()
        return [
            Reading(_PENDING, backlog.pending),
            Reading(_LAG, backlog.oldest_seconds),
            Reading(_FAILING, backlog.failing),
            Reading(_PARKED, backlog.parked),
        ]
