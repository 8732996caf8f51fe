"""Jobs by id, as they stand in lists."""

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.api.models import JobCard


class JobCards(Protocol):
    """Shows jobs to a viewer, with what the viewer saved; applications and scores are left empty."""

    async def shown(self, viewer_id: UUID, job_ids: Collection[UUID]) -> Mapping[UUID, JobCard]:
        """Return those that are open, not hidden by the viewer, and nobody else's own. Raises Unavailable."""
        ...
