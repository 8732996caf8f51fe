"""The relay: takes told events from the outbox and hands them to their subscribers."""

import asyncio
from collections import Counter as Counts
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.metrics import Counter, Metrics
from careercopilot.kernel.outbox import Failure, Outbox, StoredEvent

UNKNOWN: Final = "unknown"
_LONGEST_REASON = 2000
_DELIVERED = Counter("events_delivered_total", "Events that every subscriber has had.", ("event",))
_UNDELIVERED = Counter("events_undelivered_total", "Deliveries that failed, each try.", ("event", "subscriber"))
_PARKED = Counter("events_parked_total", "Events that were given up on.", ("event",))

Deliver = Callable[[Sequence[StoredEvent]], Awaitable[None]]


@dataclass(frozen=True)
class Route:
    """A subscriber's name and how a batch reaches it, in one transaction of its own."""

    subscriber: str
    deliver: Deliver


@dataclass(frozen=True)
class RetryPolicy:
    """When a failed event is tried again, and when it is given up on.

    A delivery may take ``patience``, that of a part of a batch at least ``least_patience``. Up to ``whole_batches``
    times a service that is away makes its batch wait as a whole.
    """

    attempts: int = 14
    first_delay: timedelta = timedelta(seconds=1)
    longest_delay: timedelta = timedelta(minutes=15)
    patience: timedelta = timedelta(seconds=60)
    least_patience: timedelta = timedelta(seconds=5)
    whole_batches: int = 7

    def delay(self, failed_attempts: int) -> timedelta | None:
        """Return the wait after this many failures, or None when it is enough."""
        if failed_attempts >= self.attempts:
            return None
        return min(self.first_delay * (1 << (failed_attempts - 1)), self.longest_delay)


@dataclass(frozen=True)
class Undelivered:
    """Events of one name that one subscriber could not take, with the kind of the error: nothing of what they hold.

    ``event`` and ``subscriber`` are UNKNOWN for events that nobody here has heard of.
    """

    event: str
    subscriber: str
    error: str
    event_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class Delivered:
    """What one pass did."""

    done: int
    failed: int
    parked: int
    undelivered: tuple[Undelivered, ...] = field(default=(), compare=False)

    @property
    def claimed(self) -> int:
        """Events that were looked at."""
        return self.done + self.failed


@dataclass(frozen=True)
class _Fault:
    """Why a subscriber could not take an event."""

    subscriber: str
    kind: str
    reason: str


class Relay:
    """Delivers at least once; one poisoned event never holds up the others of its batch."""

    def __init__(
        self,
        outbox: Outbox,
        routes: Mapping[str, Sequence[Route]],
        clock: Clock,
        metrics: Metrics,
        policy: RetryPolicy | None = None,
    ) -> None:
        self._outbox = outbox
        self._routes = routes
        self._clock = clock
        self._metrics = metrics
        self._policy = policy or RetryPolicy()

    async def run_once(self, limit: int = 500) -> Delivered:
        """Deliver one batch of due events; ``claimed == limit`` says that more may be waiting."""
        async with self._outbox.claim(limit) as claim:
            faults = await self._deliver_all(claim.events)
            failed = {e.event_id: self._failure(e, faults[e.event_id]) for e in claim.events if e.event_id in faults}
            done = [e for e in claim.events if e.event_id not in faults]
            await claim.settle([e.event_id for e in done], failed)
        undelivered = _told_apart(claim.events, faults, self._routes)
        parked = [e for e in claim.events if e.event_id in failed and failed[e.event_id].retry_at is None]
        self._count(done, undelivered, parked)
        return Delivered(len(done), len(failed), len(parked), undelivered)

    async def _deliver_all(self, events: Sequence[StoredEvent]) -> dict[UUID, list[_Fault]]:
        unheard = {e.event_id: [_unheard_of(e.name)] for e in events if e.name not in self._routes}
        faults = defaultdict(list, unheard)
        routes = dict.fromkeys(route for e in events for route in self._routes.get(e.name, ()))
        for route in routes:
            wanted = [e for e in events if route in self._routes.get(e.name, ())]
            for event_id, fault in (await self._deliver_splitting(route, wanted, self._policy.patience)).items():
                faults[event_id].append(fault)
        return faults

    async def _deliver_splitting(
        self, route: Route, events: Sequence[StoredEvent], patience: timedelta
    ) -> dict[UUID, _Fault]:
        """Deliver a batch; when it fails, its halves, down to the event that cannot be delivered.

        A service that is away is no event's fault: the batch waits as a whole, and nobody knocks once per event,
        until it has failed so often that one of its events may be the reason. A half is given half the time, so
        that an event whose delivery never ends holds up the others for no more than a few times ``patience``.
        """
        try:
            async with asyncio.timeout(patience.total_seconds()):
                await route.deliver(events)
        except Exception as error:  # noqa: BLE001 - a subscriber may fail in any way; it is recorded with the event
            if len(events) == 1 or self._blames_a_service(error, events):
                fault = _fault(route.subscriber, error)
                return {event.event_id: fault for event in events}
        else:
            return {}
        middle, less = len(events) // 2, max(patience / 2, self._policy.least_patience)
        first = await self._deliver_splitting(route, events[:middle], less)
        return first | await self._deliver_splitting(route, events[middle:], less)

    def _blames_a_service(self, error: Exception, events: Sequence[StoredEvent]) -> bool:
        return isinstance(error, Unavailable) and any(e.attempts < self._policy.whole_batches for e in events)

    def _failure(self, event: StoredEvent, faults: Sequence[_Fault]) -> Failure:
        delay = self._policy.delay(event.attempts + 1)
        reason = "; ".join(fault.reason for fault in faults)
        return Failure(reason, None if delay is None else self._clock.now() + delay)

    def _count(
        self, done: Sequence[StoredEvent], undelivered: Sequence[Undelivered], parked: Sequence[StoredEvent]
    ) -> None:
        for name, times in Counts(e.name for e in done).items():
            self._metrics.count(_DELIVERED, name, by=times)
        for some in undelivered:
            self._metrics.count(_UNDELIVERED, some.event, some.subscriber, by=len(some.event_ids))
        for name, times in Counts(_known(e.name, self._routes) for e in parked).items():
            self._metrics.count(_PARKED, name, by=times)


def _fault(subscriber: str, error: Exception) -> _Fault:
    kind = type(error).__name__
    reason = f"{subscriber}: {kind}: {error}"[:_LONGEST_REASON].encode(errors="replace").decode()
    return _Fault(subscriber, kind, reason.replace("\0", "?"))  # which no store of text would take


def _unheard_of(name: str) -> _Fault:
    return _Fault(UNKNOWN, "UnknownEvent", f"no such event is known here: {name}")


def _known(name: str, routes: Mapping[str, Sequence[Route]]) -> str:
    """Return a name that can be a label: whatever a newer version or a stranger has told is none."""
    return name if name in routes else UNKNOWN


def _told_apart(
    events: Sequence[StoredEvent], faults: Mapping[UUID, Sequence[_Fault]], routes: Mapping[str, Sequence[Route]]
) -> tuple[Undelivered, ...]:
    """Put together what failed alike."""
    alike: defaultdict[tuple[str, str, str], list[UUID]] = defaultdict(list)
    for event in events:
        for fault in faults.get(event.event_id, ()):
            alike[_known(event.name, routes), fault.subscriber, fault.kind].append(event.event_id)
    return tuple(Undelivered(*what, tuple(event_ids)) for what, event_ids in alike.items())
