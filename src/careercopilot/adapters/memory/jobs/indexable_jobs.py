"""The jobs that belong into the vector store, in memory."""

from collections.abc import Collection, Mapping
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import JOB_TEXTS, JOBS, JobRow, JobTextRow
from careercopilot.modules.jobs.domain.likeness import JobWords


class MemoryIndexableJobs:
    """Reads committed rows."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database

    async def words_of(self, job_ids: Collection[UUID]) -> Mapping[UUID, JobWords]:
        texts: dict[UUID, JobTextRow] = self._database.table(JOB_TEXTS)
        jobs = self._belonging()
        wanted = {job_id: jobs[job_id] for job_id in job_ids if job_id in jobs}
        return {job_id: JobWords.of(job.title, texts[job_id].text) for job_id, job in wanted.items()}

    async def count(self) -> int:
        return len(self._belonging())

    def _belonging(self) -> dict[UUID, JobRow]:
        jobs: dict[UUID, JobRow] = self._database.table(JOBS)
        return {job.id: job for job in jobs.values() if job.closed_at is None and job.owner_id is None}
