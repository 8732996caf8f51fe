"""The outbox on PostgreSQL: claims are row locks, so a relay that dies gives its events back at once."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from uuid import UUID

import msgspec
from sqlalchemy import Text, bindparam, cast, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from careercopilot.adapters.postgres.core.engines import WriteEngine
from careercopilot.adapters.postgres.core.tables import outbox
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.outbox import Backlog, Failure, ParkedEvent, StoredEvent


class PostgresClaim:
    """Locked rows of the outbox, in one open transaction."""

    def __init__(self, connection: AsyncConnection, clock: Clock, events: Sequence[StoredEvent]) -> None:
        self._connection = connection
        self._clock = clock
        self.events = events

    async def settle(self, done: Collection[UUID], failed: Mapping[UUID, Failure]) -> None:
        if done:
            await self._connection.execute(delete(outbox).where(outbox.c.event_id.in_(done)))
        if failed:
            await self._connection.execute(_RECORD_FAILURE, [self._failure_row(i, f) for i, f in failed.items()])
        await self._connection.commit()

    def _failure_row(self, event_id: UUID, failure: Failure) -> dict[str, object]:
        now = self._clock.now()
        return {
            "failed_id": event_id,
            "error": failure.error,
            "next_due_at": failure.retry_at or now,
            "given_up_at": now if failure.retry_at is None else None,
        }


class PostgresOutbox:
    """Told events waiting for delivery."""

    def __init__(self, engine: WriteEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    @asynccontextmanager
    async def claim(self, limit: int) -> AsyncIterator[PostgresClaim]:
        async with self._engine.connect() as connection:
            rows = await connection.execute(_CLAIM, {"now": self._clock.now(), "limit": limit})
            events = [StoredEvent(r.event_id, r.name, r.occurred_at, _decoded(r.payload), r.attempts) for r in rows]
            yield PostgresClaim(connection, self._clock, events)

    async def parked(self, limit: int = 100) -> Sequence[ParkedEvent]:
        async with self._engine.connect() as connection:
            rows = await connection.execute(_PARKED, {"limit": limit})
            return [ParkedEvent(*row) for row in rows]

    async def replay(self, event_ids: Collection[UUID] | None = None) -> int:
        statement = update(outbox).where(outbox.c.parked_at.is_not(None))
        if event_ids is not None:
            statement = statement.where(outbox.c.event_id.in_(event_ids))
        fresh = {"parked_at": None, "attempts": 0, "due_at": self._clock.now()}
        async with self._engine.begin() as connection:
            return (await connection.execute(statement.values(fresh))).rowcount

    async def withdraw_parked(self, mentioning: UUID, but: Collection[str]) -> int:
        async with self._engine.begin() as connection:
            return (await connection.execute(_WITHDRAW, {"id": str(mentioning), "kept": list(but)})).rowcount

    async def backlog(self) -> Backlog:
        async with self._engine.connect() as connection:
            row = (await connection.execute(_BACKLOG, {"now": self._clock.now()})).one()
        return Backlog(row.pending, float(row.oldest or 0.0), row.parked, row.failing)


def _decoded(payload: str) -> Mapping[str, object]:
    """Decode one payload; one that cannot be is empty, which fits no event, and holds up nobody else."""
    try:
        decoded: Mapping[str, object] = msgspec.json.decode(payload)
    except (msgspec.MsgspecError, RecursionError):
        return {}
    return decoded


# What was never tried is due, whatever the time: the clock of whoever told it may be ahead of the one that reads here.
_due = or_(outbox.c.attempts == 0, outbox.c.due_at <= bindparam("now"))
_CLAIM = (
    select(
        outbox.c.event_id,
        outbox.c.name,
        outbox.c.occurred_at,
        cast(outbox.c.payload, Text).label("payload"),
        outbox.c.attempts,
    )
    .where(outbox.c.parked_at.is_(None), _due)
    .order_by(outbox.c.sequence)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)

_RECORD_FAILURE = (
    update(outbox)
    .where(outbox.c.event_id == bindparam("failed_id"))
    .values(
        attempts=outbox.c.attempts + 1,
        last_error=bindparam("error"),
        due_at=bindparam("next_due_at"),
        parked_at=bindparam("given_up_at"),
    )
)

_PARKED = (
    select(
        outbox.c.event_id,
        outbox.c.name,
        outbox.c.occurred_at,
        outbox.c.aggregate_id,
        outbox.c.attempts,
        outbox.c.parked_at,
        outbox.c.last_error,
    )
    .where(outbox.c.parked_at.is_not(None))
    .order_by(outbox.c.sequence)
    .limit(bindparam("limit"))
)

# Reads the index of what is parked: that is little, or an operator has more to do than this.
_WITHDRAW = delete(outbox).where(
    outbox.c.parked_at.is_not(None),
    outbox.c.name.not_in(bindparam("kept", expanding=True)),
    func.strpos(cast(outbox.c.payload, Text), bindparam("id")) > 0,
)

_waiting = outbox.c.parked_at.is_(None)
_BACKLOG = select(
    func.count().filter(_waiting).label("pending"),
    func.extract("epoch", bindparam("now") - func.min(outbox.c.occurred_at).filter(_waiting)).label("oldest"),
    func.count().filter(outbox.c.parked_at.is_not(None)).label("parked"),
    func.count().filter(_waiting, outbox.c.attempts > 0).label("failing"),
)
