"""Looking at one saved job."""

from dataclasses import replace
from uuid import UUID

from careercopilot.modules.jobs.api.errors import SavedJobNotFound
from careercopilot.modules.jobs.api.saved_jobs import SavedJobView
from careercopilot.modules.jobs.domain.engaged_cards import with_applications
from careercopilot.modules.jobs.ports.engagements import Engagements
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobViews


class ViewSavedJobHandler:
    """Shows it with the person's application for the job."""

    def __init__(self, saved_jobs: SavedJobViews, engagements: Engagements) -> None:
        self._saved_jobs = saved_jobs
        self._engagements = engagements

    async def __call__(self, user_id: UUID, saved_job_id: UUID) -> SavedJobView:
        saved = await self._saved_jobs.find(user_id, saved_job_id)
        if saved is None:
            raise SavedJobNotFound(saved_job_id)
        applications = await self._engagements.applications(user_id, [saved.job.id])
        return replace(saved, job=with_applications([saved.job], applications)[0])
