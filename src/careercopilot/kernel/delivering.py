"""Handing a batch of events to one subscriber, whatever it does with them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.outbox import StoredEvent

_LONGEST_REASON = 2000

Deliver = Callable[[Sequence[StoredEvent]], Awaitable[None]]


@dataclass(frozen=True)
class Route:
    """A subscriber's name and how a batch reaches it, in one transaction of its own."""

    subscriber: str
    deliver: Deliver


@dataclass(frozen=True)
class RetryPolicy:
    """When a failed event is tried again, and when it is given up on.

    A delivery may take ``patience``, that of a part of a batch at least ``least_patience``, and all that becomes of
    one batch ``turns`` times ``patience``. Up to ``whole_batches`` times a service that is away makes its batch wait
    as a whole.
    """

    attempts: int = 14
    first_delay: timedelta = timedelta(seconds=1)
    longest_delay: timedelta = timedelta(minutes=15)
    patience: timedelta = timedelta(seconds=60)
    least_patience: timedelta = timedelta(seconds=5)
    turns: int = 4
    whole_batches: int = 7

    def delay(self, failed_attempts: int) -> timedelta | None:
        """Return the wait after this many failures, or None when it is enough."""
        if failed_attempts >= self.attempts:
            return None
        return min(self.first_delay * (1 << (failed_attempts - 1)), self.longest_delay)


@dataclass(frozen=True)
class Fault:
    """Why a subscriber could not take an event."""

    subscriber: str
    kind: str
    reason: str


class Turn:
    """One subscriber's turn at a batch, which ends in time even if it never gets done with anything.

    ``faults`` says what it could not take; the ``postponed`` it was not even asked about: others had used up the time.
    """

    def __init__(self, route: Route, policy: RetryPolicy) -> None:
        self._route = route
        self._policy = policy
        self._ends_at = _now() + (policy.patience * policy.turns).total_seconds()
        self._took_some = False
        self.faults: dict[UUID, Fault] = {}
        self.postponed: set[UUID] = set()

    async def take(self, events: Sequence[StoredEvent]) -> None:
        """Deliver the batch. When nothing of it gets through in time, that is no event's fault: all of them wait."""
        await self._split(events, self._policy.patience)
        if not self._took_some:
            self.faults |= dict.fromkeys(self.postponed, _fault(self._route.subscriber, TimeoutError()))
            self.postponed.clear()

    async def _split(self, events: Sequence[StoredEvent], patience: timedelta) -> None:
        """Deliver a part; when it fails, its halves, down to the event that cannot be delivered.

        A service that is away is no event's fault: the part waits as a whole, and nobody knocks once per event,
        until it has failed so often that one of its events may be the reason. A half is given half the time, so
        that an event whose delivery never ends holds up the others for no more than a few times ``patience``.
        """
        if _now() >= self._ends_at:
            self.postponed.update(event.event_id for event in events)
            return
        try:
            async with asyncio.timeout(patience.total_seconds()):
                await self._route.deliver(events)
        except Exception as error:  # noqa: BLE001 - a subscriber may fail in any way; it is recorded with the event
            if len(events) == 1 or self._blames_a_service(error, events):
                fault = _fault(self._route.subscriber, error)
                self.faults |= dict.fromkeys((event.event_id for event in events), fault)
                return
        else:
            self._took_some = True
            return
        middle, less = len(events) // 2, max(patience / 2, self._policy.least_patience)
        await self._split(events[:middle], less)
        await self._split(events[middle:], less)

    def _blames_a_service(self, error: Exception, events: Sequence[StoredEvent]) -> bool:
        return isinstance(error, Unavailable) and any(e.attempts < self._policy.whole_batches for e in events)


def _now() -> float:
    return asyncio.get_running_loop().time()


def _fault(subscriber: str, error: Exception) -> Fault:
    kind = type(error).__name__
    reason = f"{subscriber}: {kind}: {error}"[:_LONGEST_REASON].encode(errors="replace").decode()
    return Fault(subscriber, kind, reason.replace("\0", "?"))  # which no store of text would take
