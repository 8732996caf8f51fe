"""Taking back that a job is saved."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobRepository


class UnmarkSavedHandler:
    """Deletes what the person keeps of the job."""

    def __init__(self, unit_of_work: UnitOfWork, saved_jobs: SavedJobRepository) -> None:
        self._unit_of_work = unit_of_work
        self._saved_jobs = saved_jobs

    async def __call__(self, user_id: UUID, job_id: UUID) -> None:
        async with self._unit_of_work as unit_of_work:
            await self._saved_jobs.remove_for_job(user_id, job_id)
            await unit_of_work.commit()
