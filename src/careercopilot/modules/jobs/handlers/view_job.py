"""Looking at one job."""

from uuid import UUID

from careercopilot.modules.jobs.api.errors import JobNotFound
from careercopilot.modules.jobs.api.models import JobView
from careercopilot.modules.jobs.domain.engaged_cards import with_applications
from careercopilot.modules.jobs.ports.engagements import Engagements
from careercopilot.modules.jobs.ports.job_views import JobViews


class ViewJobHandler:
    """Shows the job with the viewer's application for it."""

    def __init__(self, jobs: JobViews, engagements: Engagements) -> None:
        self._jobs = jobs
        self._engagements = engagements

    async def __call__(self, viewer_id: UUID, job_id: UUID) -> JobView:
        job = await self._jobs.find(viewer_id, job_id)
        if job is None:
            raise JobNotFound(job_id)
        return with_applications([job], await self._engagements.applications(viewer_id, [job_id]))[0]
