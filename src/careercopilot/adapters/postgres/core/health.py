"""Health of PostgreSQL and of the workers that beat in it."""

import asyncio
import time
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError

from careercopilot.adapters.postgres.core.engines import ReadEngine, WriteEngine
from careercopilot.adapters.postgres.core.tables import heartbeat
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.health import ComponentHealth

_PATIENCE = 2.0
_WORKER_SILENT_AFTER = timedelta(seconds=45)
_DATABASE_ERRORS = (SQLAlchemyError, Unavailable, OSError, TimeoutError)


class PostgresHealthProbe:
    """Asks the database for a trivial answer."""

    component = "database"

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def check(self) -> ComponentHealth:
        begun = time.perf_counter()
        try:
            async with asyncio.timeout(_PATIENCE), self._engine.connect() as connection:
                await connection.execute(select(1))
        except _DATABASE_ERRORS:
            return ComponentHealth("down", detail="PostgreSQL does not answer")
        return ComponentHealth("up", latency_ms=round((time.perf_counter() - begun) * 1000, 2))


class PostgresWorkersHealthProbe:
    """Looks for the heartbeat of a worker."""

    component = "workers"

    def __init__(self, engine: ReadEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def check(self) -> ComponentHealth:
        begun = time.perf_counter()
        since = self._clock.now() - _WORKER_SILENT_AFTER
        recent = heartbeat.c.beat_at >= since
        alive = select(func.count()).where(heartbeat.c.kind == "worker", recent)
        try:
            async with asyncio.timeout(_PATIENCE), self._engine.connect() as connection:
                count = (await connection.execute(alive)).scalar_one()
        except _DATABASE_ERRORS:
            return ComponentHealth("down", detail="cannot be known: PostgreSQL does not answer")
        latency = round((time.perf_counter() - begun) * 1000, 2)
        if count == 0:
            return ComponentHealth("down", latency, "no worker has been heard of lately")
        return ComponentHealth("up", latency, f"{count} at work")


class PostgresHeartbeats:
    """Where processes say that they are alive."""

    def __init__(self, engine: WriteEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def beat(self, process: str, kind: str) -> None:
        """Note that the process is alive, and forget processes that were silent for a day."""
        now = self._clock.now()
        row = insert(heartbeat).values(process=process, kind=kind, beat_at=now)
        upsert = row.on_conflict_do_update(index_elements=[heartbeat.c.process], set_={"beat_at": now})
        async with self._engine.begin() as connection:
            await connection.execute(upsert)
            await connection.execute(heartbeat.delete().where(heartbeat.c.beat_at < now - timedelta(days=1)))

    async def end(self, process: str) -> None:
        """Note that the process has ended in order."""
        async with self._engine.begin() as connection:
            await connection.execute(heartbeat.delete().where(heartbeat.c.process == process))
