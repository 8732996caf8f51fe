"""Finding out which jobs are open."""

from collections.abc import Collection
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.ports.openings import Openings

_MOST = 500


class CheckOpeningsHandler:
    """Answers for many jobs with one question."""

    def __init__(self, openings: Openings) -> None:
        self._openings = openings

    async def __call__(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        if len(job_ids) > _MOST:
            raise InvalidInput("job_ids", f"takes at most {_MOST} ids")
        return await self._openings.open_among(job_ids) if job_ids else frozenset()
