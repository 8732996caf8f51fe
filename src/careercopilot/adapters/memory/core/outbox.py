"""The outbox and the inbox in memory."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self
from uuid import UUID

import msgspec

from careercopilot.adapters.memory.core.database import MemoryDatabase, MemorySession
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Event
from careercopilot.kernel.outbox import Backlog, Failure, ParkedEvent, StoredEvent

OUTBOX_TABLE = "core.outbox"
_INBOX_TABLE = "core.inbox"


@dataclass(frozen=True)
class OutboxRow:
    """A told event. Its payload went through JSON, so that it is what a real outbox would give back."""

    stored: StoredEvent
    aggregate_id: UUID
    due_at: datetime
    parked_at: datetime | None = None
    error: str = ""

    @classmethod
    def of(cls, event_id: UUID, event: Event, now: datetime) -> Self:
        """Return the row of an event that is told now."""
        payload = msgspec.json.decode(msgspec.json.encode(event))
        return cls(StoredEvent(event_id, event.NAME, now, payload), event.aggregate_id, now)

    def is_due(self, now: datetime) -> bool:
        """Say whether it is to be delivered: what was never tried is, whatever the teller's clock said."""
        return self.stored.attempts == 0 or self.due_at <= now


class MemoryClaim:
    """Events that no other claim of this outbox holds."""

    def __init__(self, outbox: "MemoryOutbox", events: Sequence[StoredEvent]) -> None:
        self._outbox = outbox
        self.events = events

    async def settle(self, done: Collection[UUID], failed: Mapping[UUID, Failure]) -> None:
        self._outbox.settle(done, failed)


class MemoryOutbox:
    """Told events waiting for delivery."""

    def __init__(self, database: MemoryDatabase, clock: Clock) -> None:
        self._rows: dict[UUID, OutboxRow] = database.table(OUTBOX_TABLE)
        self._clock = clock
        self._claimed: set[UUID] = set()

    @asynccontextmanager
    async def claim(self, limit: int) -> AsyncIterator[MemoryClaim]:
        now = self._clock.now()
        due = [i for i, row in self._rows.items() if row.parked_at is None and row.is_due(now)]
        mine = [i for i in due if i not in self._claimed][:limit]
        self._claimed.update(mine)
        try:
            yield MemoryClaim(self, [self._rows[i].stored for i in mine])
        finally:
            self._claimed.difference_update(mine)

    def settle(self, done: Collection[UUID], failed: Mapping[UUID, Failure]) -> None:
        """Forget the done and keep the failed."""
        for event_id in done:
            self._rows.pop(event_id, None)
        now = self._clock.now()
        for event_id, failure in failed.items():
            row = self._rows[event_id]
            self._rows[event_id] = replace(
                row,
                stored=replace(row.stored, attempts=row.stored.attempts + 1),
                due_at=failure.retry_at or now,
                parked_at=now if failure.retry_at is None else None,
                error=failure.error,
            )

    async def parked(self, limit: int = 100) -> Sequence[ParkedEvent]:
        found = [
            ParkedEvent(i, r.stored.name, r.stored.occurred_at, r.aggregate_id, r.stored.attempts, r.parked_at, r.error)
            for i, r in self._rows.items()
            if r.parked_at is not None
        ]
        return found[:limit]

    async def replay(self, event_ids: Collection[UUID] | None = None) -> int:
        chosen = [i for i, r in self._rows.items() if r.parked_at and (event_ids is None or i in event_ids)]
        for event_id in chosen:
            row = self._rows[event_id]
            fresh = replace(row.stored, attempts=0)
            self._rows[event_id] = replace(row, stored=fresh, parked_at=None, due_at=self._clock.now())
        return len(chosen)

    async def withdraw_parked(self, mentioning: UUID, but: Collection[str]) -> int:
        parked = [(i, r.stored) for i, r in self._rows.items() if r.parked_at is not None]
        withdrawn = [i for i, e in parked if e.name not in but and str(mentioning) in str(e.payload)]
        for event_id in withdrawn:
            del self._rows[event_id]
        return len(withdrawn)

    async def backlog(self) -> Backlog:
        waiting = [r for r in self._rows.values() if r.parked_at is None]
        oldest = min((r.stored.occurred_at for r in waiting), default=self._clock.now())
        age = (self._clock.now() - oldest).total_seconds()
        failing = sum(r.stored.attempts > 0 for r in waiting)
        return Backlog(len(waiting), age, len(self._rows) - len(waiting), failing)


class MemoryInbox:
    """Accepted events, written in the transaction of the scope's unit of work."""

    def __init__(self, session: MemorySession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    async def accept(self, subscriber: str, event_ids: Sequence[UUID]) -> set[UUID]:
        rows = self._session.table(_INBOX_TABLE)
        fresh = {i for i in event_ids if (subscriber, i) not in rows}
        for event_id in fresh:
            rows[subscriber, event_id] = self._clock.now()
        return fresh

    async def forget_before(self, moment: datetime) -> int:
        rows = self._session.table(_INBOX_TABLE)
        old = [key for key, accepted_at in rows.items() if accepted_at < moment]
        for key in old:
            del rows[key]
        return len(old)
