"""Jobs like another one."""

from typing import Annotated
from uuid import UUID

from dishka.integrations.litestar import FromDishka
from litestar import Controller, get
from litestar.params import FromPath, QueryParameter

from careercopilot.entrypoints.http.answers import PageOf, page_of
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.models import JobCard
from careercopilot.modules.jobs.api.use_cases.similar_jobs import FindSimilarJobs

Limit = Annotated[int, QueryParameter(description="How many at most, 1 to 50.")]


class SimilarJobsController(Controller):
    """What else is there like this."""

    path = "/jobs/{job_id:uuid}"
    tags = ("jobs",)

    @get("/similar", operation_id="listSimilarJobs", summary="Find similar jobs")
    async def similar(
        self,
        request: SignedInRequest,
        job_id: FromPath[UUID],
        find_similar_jobs: FromDishka[FindSimilarJobs],
        limit: Limit = 10,
    ) -> PageOf[JobCard]:
        """Return open jobs like this one, the likest first, without what one has hidden; the job itself may be closed.

        Openings of one employer with one title are shown once, and an employer with many comes after the others once
        three of its are shown. `filters` says how they were found: `by` is `vectors`, or `words` of the title while
        vectors cannot answer, and then `reason` says why.
        """
        found = await find_similar_jobs(request.user.user_id, job_id, limit)
        page = Page(items=found.jobs, request=PageRequest(limit=limit), total=len(found.jobs))
        return page_of(page, {"by": found.by, "reason": found.reason})
