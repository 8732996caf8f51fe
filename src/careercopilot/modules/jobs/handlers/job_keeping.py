"""Keeping a job: what saving it by either route has in common."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import JobNotFound
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob
from careercopilot.modules.jobs.domain.saved_job import save
from careercopilot.modules.jobs.ports.job_views import JobViews
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobRepository


class JobKeeping:
    """Stores a saved job when the person may see the job."""

    def __init__(self, unit_of_work: UnitOfWork, saved_jobs: SavedJobRepository, jobs: JobViews, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._saved_jobs = saved_jobs
        self._jobs = jobs
        self._clock = clock

    async def keep(self, user_id: UUID, new: NewSavedJob) -> tuple[UUID, bool]:
        """Return the id of what is kept, and whether it is kept only since now. Raises JobNotFound."""
        saved = save(new_id(), user_id, new.job_id, new.notes, new.tags, self._clock.now())
        if not await self._jobs.summaries(user_id, [new.job_id]):
            raise JobNotFound(new.job_id)
        async with self._unit_of_work as unit_of_work:
            kept_id = await self._saved_jobs.keep(saved)
            await unit_of_work.commit()
        return kept_id, kept_id == saved.id
