"""Idempotency keys on PostgreSQL."""

from datetime import timedelta

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql.elements import ColumnElement

from careercopilot.adapters.postgres.core.engines import WriteEngine
from careercopilot.adapters.postgres.core.tables import idempotency_key as t
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import IdempotencyKeyReused
from careercopilot.kernel.idempotency import KEPT_FOR, InProgress, KeptAnswer, RequestKey, Started

_ABANDONED_AFTER = timedelta(minutes=1)


class PostgresIdempotencyRecords:
    """One row per key; the insert decides which of two requests is the first."""

    def __init__(self, engine: WriteEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def start(self, key: RequestKey, fingerprint: bytes) -> Started | InProgress | KeptAnswer:
        now = self._clock.now()
        fresh = {"fingerprint": fingerprint, "started_at": now, "status": None, "headers": None, "body": None}
        stale = or_(
            t.c.started_at < now - KEPT_FOR,
            and_(t.c.status.is_(None), t.c.started_at < now - _ABANDONED_AFTER),
        )
        take = (
            insert(t)
            .values(scope=key.scope, operation=key.operation, key=key.key, **fresh)
            .on_conflict_do_update(index_elements=[t.c.scope, t.c.operation, t.c.key], set_=fresh, where=stale)
            .returning(t.c.key)
        )
        async with self._engine.begin() as connection:
            if (await connection.execute(take)).first() is not None:
                return Started()
            row = (await connection.execute(select(t).where(_is(key)))).one_or_none()
        if row is None:  # released between the two statements
            return InProgress()
        if row.fingerprint != fingerprint:
            raise IdempotencyKeyReused
        if row.status is None:
            return InProgress()
        return KeptAnswer(row.status, tuple((name, value) for name, value in row.headers), row.body)

    async def keep(self, key: RequestKey, answer: KeptAnswer) -> None:
        kept = {"status": answer.status, "headers": [list(pair) for pair in answer.headers], "body": answer.body}
        async with self._engine.begin() as connection:
            await connection.execute(update(t).where(_is(key)).values(kept))

    async def release(self, key: RequestKey) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(delete(t).where(_is(key), t.c.status.is_(None)))

    async def forget(self, scope: str) -> int:
        async with self._engine.begin() as connection:
            return (await connection.execute(delete(t).where(t.c.scope == scope))).rowcount

    async def forget_expired(self) -> int:
        async with self._engine.begin() as connection:
            statement = delete(t).where(t.c.started_at < self._clock.now() - KEPT_FOR)
            return (await connection.execute(statement)).rowcount


def _is(key: RequestKey) -> ColumnElement[bool]:
    return and_(t.c.scope == key.scope, t.c.operation == key.operation, t.c.key == key.key)
