"""The catalogue of jobs."""

from typing import Any
from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, get
from litestar.enums import MediaType
from litestar.params import FromPath, FromQuery

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.conditional import content_tag, has_already, not_modified
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.jobs import list_parameters as p
from careercopilot.entrypoints.http.jobs.list_answer import JobListAnswer, list_answer
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.api.models import JobView
from careercopilot.modules.jobs.api.use_cases.jobs import ListJobs, ViewJob


class JobsController(Controller):
    """Searching the catalogue and reading one job."""

    path = "/jobs"
    tags = ("jobs",)

    @get("/", operation_id="listJobs", summary="Search jobs")
    async def list_(
        self,
        request: SignedInRequest,
        list_jobs: FromDishka[ListJobs],
        *,
        q: p.Query = None,
        company: p.Companies = None,
        location: p.Locations = None,
        country: p.Countries = None,
        remote: p.Remotes = None,
        employment_type: p.EmploymentTypes = None,
        seniority: p.Seniorities = None,
        salary_min: p.SalaryMin = None,
        currency: p.Currencies = None,
        skills: p.Skills = None,
        visa_sponsorship: FromQuery[bool | None] = None,
        source: p.Sources = None,
        posted_after: p.PostedAfter = None,
        status: p.Statuses = None,
        include_hidden: p.IncludeHidden = False,
        include_unknown: p.IncludeUnknown = False,
        sort: p.Sort = None,
        facets: p.Facets = None,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
        cursor: FromQuery[str | None] = None,
    ) -> JobListAnswer:
        """Return one page of the jobs that pass every filter; several values of one filter mean any of them.

        Words are found in title, employer, department and description. With `q` the best fitting of the newest 300
        matches come first and the others follow by date; without it the newest come first. When a word stands in no
        job, the likeliest one that does is searched instead and told in `corrections`. Lists go on with `cursor`.
        """
        query = JobQuery(
            q=q,
            company=p.names(company),
            location=p.places(location),
            country=p.listed(country),
            remote=p.listed(remote),
            employment_type=p.listed(employment_type),
            seniority=p.listed(seniority),
            salary_min=salary_min,
            currency=p.listed(currency),
            skills=p.listed(skills),
            visa_sponsorship=visa_sponsorship,
            source=p.listed(source),
            posted_after=posted_after,
            status=p.listed(status),
            include_hidden=include_hidden,
            include_unknown=include_unknown,
            sort=p.listed(sort),
            facets=p.listed(facets),
        )
        return list_answer(await list_jobs(request.user.user_id, query, PageRequest(page, limit, cursor)))

    @get("/{job_id:uuid}", operation_id="getJob", summary="Read a job")
    async def view(
        self, request: SignedInRequest, job_id: FromPath[UUID], view_job: FromDishka[ViewJob]
    ) -> Response[Data[JobView]]:
        """Return one job with its description, open or closed."""
        body = msgspec.json.encode(Data(await view_job(request.user.user_id, job_id)))
        tag = content_tag(body)
        if has_already(request, tag):
            return not_modified(tag)
        answer: Response[Any] = Response(body, media_type=MediaType.JSON, headers={"ETag": tag})
        return answer
