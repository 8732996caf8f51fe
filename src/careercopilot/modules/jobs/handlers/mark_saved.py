"""Marking a job as saved."""

from uuid import UUID

from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob, SavedJobView
from careercopilot.modules.jobs.api.use_cases.saved_jobs import ViewSavedJob
from careercopilot.modules.jobs.handlers.job_keeping import JobKeeping


class MarkSavedHandler:
    """Saves the job, or finds what is saved of it."""

    def __init__(self, keeping: JobKeeping, view: ViewSavedJob) -> None:
        self._keeping = keeping
        self._view = view

    async def __call__(self, user_id: UUID, job_id: UUID) -> tuple[SavedJobView, bool]:
        saved_job_id, is_new = await self._keeping.keep(user_id, NewSavedJob(job_id=job_id))
        return await self._view(user_id, saved_job_id), is_new
