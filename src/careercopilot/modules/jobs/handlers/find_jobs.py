"""Looking up jobs for other contexts."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.models import JobSummary
from careercopilot.modules.jobs.ports.job_views import JobViews

_MOST = 500


class FindJobsHandler:
    """Gives the few facts that others copy or show."""

    def __init__(self, jobs: JobViews) -> None:
        self._jobs = jobs

    async def __call__(self, viewer_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, JobSummary]:
        if len(job_ids) > _MOST:
            raise InvalidInput("job_ids", f"takes at most {_MOST} ids")
        return await self._jobs.summaries(viewer_id, job_ids) if job_ids else {}
