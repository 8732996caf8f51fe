"""What jobs learns from the contexts above it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.modules.tracking.api.use_cases.applications import FindApplications


class TrackedEngagements:
    """Knows from tracking who is applying where."""

    def __init__(self, find_applications: FindApplications) -> None:
        self._find_applications = find_applications

    async def applications(self, user_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        return await self._find_applications(user_id, job_ids) if job_ids else {}
