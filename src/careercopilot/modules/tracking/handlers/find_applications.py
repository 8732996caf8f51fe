"""Looking up live applications by job."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.tracking.ports.application_views import ApplicationViews

MOST_JOBS = 500


class FindApplicationsHandler:
    """Answers a whole page of jobs with one question."""

    def __init__(self, applications: ApplicationViews) -> None:
        self._applications = applications

    async def __call__(self, user_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        if len(job_ids) > MOST_JOBS:
            raise InvalidInput("job_ids", f"must be at most {MOST_JOBS}")
        return await self._applications.live_by_job(user_id, job_ids) if job_ids else {}
