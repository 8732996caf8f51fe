"""The relay: takes told events from the outbox and hands them to their subscribers."""

from collections import Counter as Counts
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.delivering import Fault, RetryPolicy, Route, Turn
from careercopilot.kernel.metrics import Counter, Metrics
from careercopilot.kernel.outbox import Failure, Outbox, StoredEvent

UNKNOWN: Final = "unknown"
_DELIVERED = Counter("events_delivered_total", "Events that every subscriber has had.", ("event",))
_UNDELIVERED = Counter("events_undelivered_total", "Deliveries that failed, each try.", ("event", "subscriber"))
_PARKED = Counter("events_parked_total", "Events that were given up on.", ("event",))


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
    """What one pass did. The ``postponed`` are still due: the time went to others that never ended."""

    done: int
    failed: int
    parked: int
    postponed: int = 0
    undelivered: tuple[Undelivered, ...] = field(default=(), compare=False)

    @property
    def claimed(self) -> int:
        """Events that were looked at."""
        return self.done + self.failed + self.postponed


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
            faults, postponed = await self._deliver_all(claim.events)
            failed = {e.event_id: self._failure(e, faults[e.event_id]) for e in claim.events if e.event_id in faults}
            done = [e for e in claim.events if e.event_id not in faults and e.event_id not in postponed]
            await claim.settle([e.event_id for e in done], failed)
        undelivered = _told_apart(claim.events, faults, self._routes)
        parked = [e for e in claim.events if e.event_id in failed and failed[e.event_id].retry_at is None]
        self._count(done, undelivered, parked)
        return Delivered(len(done), len(failed), len(parked), len(postponed - failed.keys()), undelivered)

    async def _deliver_all(self, events: Sequence[StoredEvent]) -> tuple[Mapping[UUID, list[Fault]], set[UUID]]:
        """Return what is wrong with which events, and which ones somebody was not even asked about."""
        faults = defaultdict(list, {e.event_id: [_unheard_of(e.name)] for e in events if e.name not in self._routes})
        postponed: set[UUID] = set()
        for route in dict.fromkeys(route for e in events for route in self._routes.get(e.name, ())):
            turn = Turn(route, self._policy)
            await turn.take([e for e in events if route in self._routes.get(e.name, ())])
            for event_id, fault in turn.faults.items():
                faults[event_id].append(fault)
            postponed |= turn.postponed
        return faults, postponed

    def _failure(self, event: StoredEvent, faults: Sequence[Fault]) -> Failure:
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


def _unheard_of(name: str) -> Fault:
    return Fault(UNKNOWN, "UnknownEvent", f"no such event is known here: {name}")


def _known(name: str, routes: Mapping[str, Sequence[Route]]) -> str:
    """Return a name that can be a label: whatever a newer version or a stranger has told is none."""
    return name if name in routes else UNKNOWN


def _told_apart(
    events: Sequence[StoredEvent], faults: Mapping[UUID, Sequence[Fault]], routes: Mapping[str, Sequence[Route]]
) -> tuple[Undelivered, ...]:
    """Put together what failed alike."""
    alike: defaultdict[tuple[str, str, str], list[UUID]] = defaultdict(list)
    for event in events:
        for fault in faults.get(event.event_id, ()):
            alike[_known(event.name, routes), fault.subscriber, fault.kind].append(event.event_id)
    return tuple(Undelivered(*what, tuple(event_ids)) for what, event_ids in alike.items())
