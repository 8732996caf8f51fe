"""Saving a job with notes and tags."""

from uuid import UUID

from careercopilot.modules.jobs.api.errors import AlreadySaved
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob, SavedJobView
from careercopilot.modules.jobs.api.use_cases.saved_jobs import ViewSavedJob
from careercopilot.modules.jobs.handlers.job_keeping import JobKeeping


class SaveJobHandler:
    """Refuses what is saved already, so that notes are never overwritten unseen."""

    def __init__(self, keeping: JobKeeping, view: ViewSavedJob) -> None:
        self._keeping = keeping
        self._view = view

    async def __call__(self, user_id: UUID, new: NewSavedJob) -> SavedJobView:
        saved_job_id, is_new = await self._keeping.keep(user_id, new)
        if not is_new:
            raise AlreadySaved(saved_job_id)
        return await self._view(user_id, saved_job_id)
