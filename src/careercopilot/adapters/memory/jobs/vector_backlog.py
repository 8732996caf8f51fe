"""What waits for the vector store, in memory."""

from collections.abc import Collection, MutableMapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.jobs.rows import (
    JOB_SEARCH,
    JOBS,
    VECTOR_BACKLOG,
    JobSearchRow,
    VectorBacklogRow,
)
from careercopilot.modules.jobs.ports.vector_backlog import Waiting


class MemoryVectorBacklog:
    """One row per job."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def want(self, job_ids: Collection[UUID], at: datetime) -> None:
        rows = self._rows()
        for job_id in job_ids:
            known = rows.get(job_id)
            rows[job_id] = (
                VectorBacklogRow(job_id=job_id, wanted_at=at)
                if known is None
                else replace(known, wanted_at=at, revision=known.revision + 1)
            )

    async def want_all_open(self, at: datetime) -> int:
        found: list[JobSearchRow] = list(self._session.table(JOB_SEARCH).values())
        jobs = self._session.table(JOBS)
        wanted = [row.job_id for row in found if row.open and jobs[row.job_id].owner_id is None]
        await self.want(wanted, at)
        return len(wanted)

    async def claim(self, limit: int, at: datetime, until: datetime) -> Sequence[Waiting]:
        rows = self._rows()
        free = [row for row in rows.values() if row.leased_until is None or row.leased_until < at]
        chosen = sorted(free, key=lambda row: (row.attempts, row.wanted_at, row.job_id))[:limit]
        for row in chosen:
            rows[row.job_id] = replace(row, leased_until=until, attempts=row.attempts + 1)
        return [Waiting(row.job_id, row.revision) for row in chosen]

    async def settle(self, done: Sequence[Waiting]) -> None:
        rows = self._rows()
        for waiting in done:
            row = rows.get(waiting.job_id)
            if row is not None and row.revision == waiting.revision:
                del rows[waiting.job_id]
            elif row is not None:
                rows[waiting.job_id] = replace(row, leased_until=None, attempts=0)

    async def give_back(self, claimed: Sequence[Waiting]) -> None:
        rows = self._rows()
        for waiting in claimed:
            row = rows.get(waiting.job_id)
            if row is not None:
                rows[waiting.job_id] = replace(row, leased_until=None, attempts=max(0, row.attempts - 1))

    async def count(self) -> int:
        return len(self._rows())

    def _rows(self) -> MutableMapping[UUID, VectorBacklogRow]:
        rows: MutableMapping[UUID, VectorBacklogRow] = self._session.table(VECTOR_BACKLOG)
        return rows
