"""The row of arrivals, for writing, on PostgreSQL."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.kernel.slices import slices

_NOTED_AT_ONCE = 5_000

# Positions are drawn one transaction at a time: whoever sees one sees all before it.
_LOCK = "SELECT pg_advisory_xact_lock(211439334)"
_NOTE = """
INSERT INTO jobs.arrival AS known (job_id, arrived_at, noted_at)
SELECT job_id, arrived_at, $3 FROM unnest($1::uuid[], $2::timestamptz[]) AS arrived (job_id, arrived_at)
ON CONFLICT (job_id) DO UPDATE
    SET sequence = DEFAULT, arrived_at = excluded.arrived_at, noted_at = excluded.noted_at
    WHERE known.arrived_at < excluded.arrived_at
"""
_NEWEST = "SELECT coalesce(max(sequence), 0) FROM jobs.arrival"
# Locked before they are deleted: one that arrives again at this moment is young again, and stays.
_FORGET = """
WITH past AS (
    SELECT job_id FROM jobs.arrival
    WHERE noted_at < $1
        AND sequence <= coalesce(
            (SELECT min(seen_sequence) FROM jobs.saved_search WHERE frequency <> 'never'), 9223372036854775807)
    ORDER BY noted_at LIMIT $2 FOR UPDATE SKIP LOCKED
)
DELETE FROM jobs.arrival USING past WHERE arrival.job_id = past.job_id
"""


class PostgresArrivals:
    """A position is an identity; a transaction that draws some keeps others waiting until it is committed."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def note(self, arrived: Mapping[UUID, datetime], now: datetime) -> int:
        await self._run(_LOCK)
        noted = 0
        for some in slices(arrived, _NOTED_AT_ONCE):
            noted += (await self._run(_NOTE, some, [arrived[job_id] for job_id in some], now)).rowcount
        return noted

    async def newest(self) -> int:
        newest: int = (await self._run(_NEWEST)).scalar_one()
        return newest

    async def forget_before(self, moment: datetime, limit: int) -> int:
        return (await self._run(_FORGET, moment, limit)).rowcount

    async def _run(self, statement: str, *parameters: object) -> CursorResult[Any]:
        return await self._session.connection.exec_driver_sql(statement, parameters)
