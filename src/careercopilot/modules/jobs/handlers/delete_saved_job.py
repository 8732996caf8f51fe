"""Deleting a saved job."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import SavedJobNotFound
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobRepository


class DeleteSavedJobHandler:
    """Deletes the version that the caller knows."""

    def __init__(self, unit_of_work: UnitOfWork, saved_jobs: SavedJobRepository) -> None:
        self._unit_of_work = unit_of_work
        self._saved_jobs = saved_jobs

    async def __call__(self, user_id: UUID, saved_job_id: UUID, expected_version: int | None = None) -> None:
        async with self._unit_of_work as unit_of_work:
            saved = await self._saved_jobs.find(user_id, saved_job_id)
            if saved is None:
                raise SavedJobNotFound(saved_job_id)
            saved.expect(expected_version)
            await self._saved_jobs.remove(saved)
            await unit_of_work.commit()
