"""Hiding a job."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import JobNotFound
from careercopilot.modules.jobs.ports.hidden_jobs import HiddenJobRepository
from careercopilot.modules.jobs.ports.job_views import JobViews


class HideJobHandler:
    """Hides what the person may see."""

    def __init__(
        self, unit_of_work: UnitOfWork, hidden_jobs: HiddenJobRepository, jobs: JobViews, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._hidden_jobs = hidden_jobs
        self._jobs = jobs
        self._clock = clock

    async def __call__(self, user_id: UUID, job_id: UUID) -> None:
        if not await self._jobs.summaries(user_id, [job_id]):
            raise JobNotFound(job_id)
        async with self._unit_of_work as unit_of_work:
            await self._hidden_jobs.add(user_id, job_id, self._clock.now())
            await unit_of_work.commit()
