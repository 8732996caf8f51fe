"""The jobs that belong into the vector store, read from PostgreSQL."""

from collections.abc import Collection, Mapping
from uuid import UUID

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.bounded_reads import BoundedReads
from careercopilot.adapters.postgres.jobs.statements import prepared
from careercopilot.modules.jobs.domain.likeness import JobWords

_WORDS = prepared("""
    SELECT j.id, j.title, t.text FROM jobs.job j JOIN jobs.job_text t ON t.job_id = j.id
    WHERE j.id = ANY(:job_ids) AND j.closed_at IS NULL AND j.owner_id IS NULL
""")
_COUNT = prepared("SELECT count(*) FROM jobs.job_search s WHERE s.open AND s.owner_id IS NULL")


class PostgresIndexableJobs:
    """Reads what is committed."""

    def __init__(self, engine: ReadEngine) -> None:
        self._reads = BoundedReads(engine)

    async def words_of(self, job_ids: Collection[UUID]) -> Mapping[UUID, JobWords]:
        rows = await self._reads.all(_WORDS, {"job_ids": list(job_ids)})
        return {job_id: JobWords.of(title, text) for job_id, title, text in rows}

    async def count(self) -> int:
        row = await self._reads.first(_COUNT, {})
        return int(row[0]) if row else 0
