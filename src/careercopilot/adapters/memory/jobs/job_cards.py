"""Jobs by id, in memory."""

from collections.abc import Collection, Mapping
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.cards import Cards
from careercopilot.adapters.memory.jobs.rows import HIDDEN_JOBS, JOBS, JobRow
from careercopilot.modules.jobs.api.models import JobCard


class MemoryJobCards:
    """Reads committed rows."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database
        self._cards = Cards(database)

    async def shown(self, viewer_id: UUID, job_ids: Collection[UUID]) -> Mapping[UUID, JobCard]:
        jobs: dict[UUID, JobRow] = self._database.table(JOBS)
        hidden = self._database.table(HIDDEN_JOBS)
        found = (jobs[job_id] for job_id in job_ids if job_id in jobs)
        return {
            job.id: self._cards.card(viewer_id, job)
            for job in found
            if job.closed_at is None and job.owner_id in {None, viewer_id} and (viewer_id, job.id) not in hidden
        }
