"""Reading the catalogue. A job that somebody entered by hand is there for nobody else."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.job_lists import JobList, JobQuery
from careercopilot.modules.jobs.api.models import JobSummary, JobView


class ListJobs(Protocol):
    """Search and look through the catalogue."""

    async def __call__(self, viewer_id: UUID, query: JobQuery, page: PageRequest) -> JobList:
        """Return one page of the jobs that pass every filter. Raises InvalidInput for values nobody knows.

        When nothing is found and a wanted word stands in no job, the likeliest word that does is searched instead.
        """
        ...


class ViewJob(Protocol):
    """Look at one job."""

    async def __call__(self, viewer_id: UUID, job_id: UUID) -> JobView:
        """Return it, open or closed. Raises NotFound."""
        ...


class FindJobs(Protocol):
    """Look up jobs for another context."""

    async def __call__(self, viewer_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, JobSummary]:
        """Return the jobs that exist and that the viewer may see, by id; at most 500 ids."""
        ...
