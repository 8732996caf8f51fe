"""Changing what a person wrote of a saved job."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import SavedJobNotFound
from careercopilot.modules.jobs.api.saved_jobs import SavedJobChanges, SavedJobView
from careercopilot.modules.jobs.api.use_cases.saved_jobs import ViewSavedJob
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobRepository


class EditSavedJobHandler:
    """Stores a new version when something is different."""

    def __init__(
        self, unit_of_work: UnitOfWork, saved_jobs: SavedJobRepository, view: ViewSavedJob, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._saved_jobs = saved_jobs
        self._view = view
        self._clock = clock

    async def __call__(
        self, user_id: UUID, saved_job_id: UUID, changes: SavedJobChanges, expected_version: int | None = None
    ) -> SavedJobView:
        async with self._unit_of_work as unit_of_work:
            saved = await self._saved_jobs.find(user_id, saved_job_id)
            if saved is None:
                raise SavedJobNotFound(saved_job_id)
            saved.expect(expected_version)
            if saved.edit(changes.notes, changes.tags, self._clock.now()):
                await self._saved_jobs.replace(saved)
                await unit_of_work.commit()
        return await self._view(user_id, saved_job_id)
