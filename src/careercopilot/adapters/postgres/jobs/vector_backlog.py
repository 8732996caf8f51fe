"""What waits for the vector store, on PostgreSQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.modules.jobs.ports.vector_backlog import Waiting

# Rows are locked in the order of ids, so that those who want, settle or give back the same jobs never wait for each
# other in a ring.
_WANT = """
INSERT INTO jobs.vector_backlog (job_id, wanted_at)
SELECT job_id, $2 FROM unnest($1::uuid[]) AS wanted (job_id) ORDER BY job_id
ON CONFLICT (job_id) DO UPDATE SET wanted_at = excluded.wanted_at, revision = vector_backlog.revision + 1
"""
_WANT_ALL_OPEN = """
INSERT INTO jobs.vector_backlog (job_id, wanted_at)
SELECT job_id, $1 FROM jobs.job_search WHERE open AND owner_id IS NULL ORDER BY job_id
ON CONFLICT (job_id) DO UPDATE SET wanted_at = excluded.wanted_at, revision = vector_backlog.revision + 1
"""
_CLAIM = """
WITH free AS (
    SELECT job_id FROM jobs.vector_backlog WHERE leased_until IS NULL OR leased_until < $2
    ORDER BY attempts, wanted_at, job_id LIMIT $1 FOR UPDATE SKIP LOCKED
)
UPDATE jobs.vector_backlog b SET leased_until = $3, attempts = b.attempts + 1
FROM free WHERE b.job_id = free.job_id RETURNING b.job_id, b.revision
"""
_HOLD = "SELECT 1 FROM jobs.vector_backlog WHERE job_id = ANY ($1::uuid[]) ORDER BY job_id FOR UPDATE"
_SETTLE = """
DELETE FROM jobs.vector_backlog b USING unnest($1::uuid[], $2::int[]) AS done (job_id, revision)
WHERE b.job_id = done.job_id AND b.revision = done.revision
"""
_WANTED_AGAIN = """
UPDATE jobs.vector_backlog SET leased_until = NULL, attempts = 0 WHERE job_id = ANY ($1::uuid[])
"""
_GIVE_BACK = """
UPDATE jobs.vector_backlog SET leased_until = NULL, attempts = greatest(0, attempts - 1) WHERE job_id = ANY ($1::uuid[])
"""
_COUNT = "SELECT count(*) FROM jobs.vector_backlog"


class PostgresVectorBacklog:
    """Each statement is over many rows; parameters go to the driver as they are."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def want(self, job_ids: Collection[UUID], at: datetime) -> None:
        if job_ids:
            await self._run(_WANT, list(dict.fromkeys(job_ids)), at)

    async def want_all_open(self, at: datetime) -> int:
        return (await self._run(_WANT_ALL_OPEN, at)).rowcount

    async def claim(self, limit: int, at: datetime, until: datetime) -> Sequence[Waiting]:
        rows = await self._run(_CLAIM, limit, at, until)
        return [Waiting(row.job_id, row.revision) for row in rows]

    async def settle(self, done: Sequence[Waiting]) -> None:
        await self._run(_HOLD, _ids(done))
        await self._run(_SETTLE, _ids(done), [waiting.revision for waiting in done])
        await self._run(_WANTED_AGAIN, _ids(done))

    async def give_back(self, claimed: Sequence[Waiting]) -> None:
        await self._run(_HOLD, _ids(claimed))
        await self._run(_GIVE_BACK, _ids(claimed))

    async def count(self) -> int:
        return int((await self._run(_COUNT)).scalar_one())

    async def _run(self, statement: str, *parameters: object) -> CursorResult[Any]:
        return await self._session.connection.exec_driver_sql(statement, parameters)


def _ids(waiting: Sequence[Waiting]) -> list[UUID]:
    return [one.job_id for one in waiting]
