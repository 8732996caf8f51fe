"""The relay: takes told events from the outbox and hands them to their subscribers."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.outbox import Failure, Outbox, StoredEvent

_LONGEST_REASON = 2000

Deliver = Callable[[Sequence[StoredEvent]], Awaitable[None]]


@dataclass(frozen=True)
class Route:
    """A subscriber's name and how a batch reaches it, in one transaction of its own."""

    subscriber: str
    deliver: Deliver


@dataclass(frozen=True)
class RetryPolicy:
    """When a failed event is tried again, and when it is given up on."""

    attempts: int = 14
    first_delay: timedelta = timedelta(seconds=1)
    longest_delay: timedelta = timedelta(minutes=15)

    def delay(self, failed_attempts: int) -> timedelta | None:
        """Return the wait after this many failures, or None when it is enough."""
        if failed_attempts >= self.attempts:
            return None
        return min(self.first_delay * (1 << (failed_attempts - 1)), self.longest_delay)


@dataclass(frozen=True)
class Delivered:
    """What one pass did."""

    done: int
    failed: int
    parked: int

    @property
    def claimed(self) -> int:
        """Events that were looked at."""
        return self.done + self.failed


class Relay:
    """Delivers at least once; one poisoned event never holds up the others of its batch."""

    def __init__(
        self,
        outbox: Outbox,
        routes: Mapping[str, Sequence[Route]],
        clock: Clock,
        policy: RetryPolicy | None = None,
    ) -> None:
        self._outbox = outbox
        self._routes = routes
        self._clock = clock
        self._policy = policy or RetryPolicy()

    async def run_once(self, limit: int = 500) -> Delivered:
        """Deliver one batch of due events; ``claimed == limit`` says that more may be waiting."""
        async with self._outbox.claim(limit) as claim:
            errors = await self._deliver_all(claim.events)
            failed = {e.event_id: self._failure(e, errors[e.event_id]) for e in claim.events if e.event_id in errors}
            done = [e.event_id for e in claim.events if e.event_id not in errors]
            await claim.settle(done, failed)
        return Delivered(len(done), len(failed), sum(f.retry_at is None for f in failed.values()))

    async def _deliver_all(self, events: Sequence[StoredEvent]) -> dict[UUID, str]:
        errors = {e.event_id: f"no such event is known here: {e.name}" for e in events if e.name not in self._routes}
        routes = dict.fromkeys(route for e in events for route in self._routes.get(e.name, ()))
        for route in routes:
            wanted = [e for e in events if route in self._routes.get(e.name, ())]
            for event_id, error in (await self._deliver_splitting(route, wanted)).items():
                errors[event_id] = f"{errors[event_id]}; {error}" if event_id in errors else error
        return errors

    async def _deliver_splitting(self, route: Route, events: Sequence[StoredEvent]) -> dict[UUID, str]:
        """Deliver a batch; when it fails, its halves, down to the event that cannot be delivered.

        A service that is away is no event's fault: the batch waits as a whole, and nobody knocks once per event.
        """
        try:
            await route.deliver(events)
        except Exception as error:  # noqa: BLE001 - a subscriber may fail in any way; it is recorded with the event
            if len(events) == 1 or isinstance(error, Unavailable):
                reason = f"{route.subscriber}: {type(error).__name__}: {error}"[:_LONGEST_REASON]
                return {event.event_id: reason for event in events}
        else:
            return {}
        middle = len(events) // 2
        first = await self._deliver_splitting(route, events[:middle])
        return first | await self._deliver_splitting(route, events[middle:])

    def _failure(self, event: StoredEvent, error: str) -> Failure:
        delay = self._policy.delay(event.attempts + 1)
        return Failure(error, None if delay is None else self._clock.now() + delay)
