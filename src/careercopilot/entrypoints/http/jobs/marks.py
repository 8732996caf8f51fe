"""What a person saves and hides while looking at jobs."""

from uuid import UUID

from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, delete, post
from litestar.openapi import ResponseSpec
from litestar.params import FromPath
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED, HTTP_204_NO_CONTENT

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.conditional import versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.modules.jobs.api.saved_jobs import SavedJobView
from careercopilot.modules.jobs.api.use_cases.hidden_jobs import HideJob, UnhideJob
from careercopilot.modules.jobs.api.use_cases.saved_jobs import MarkSaved, UnmarkSaved


class JobMarksController(Controller):
    """Saving and hiding a job; each may be said twice."""

    path = "/jobs/{job_id:uuid}"
    tags = ("jobs",)

    @post(
        "/save",
        operation_id="markJobSaved",
        summary="Save a job",
        status_code=HTTP_201_CREATED,
        responses={HTTP_200_OK: ResponseSpec(Data[SavedJobView], description="It was saved already.")},
    )
    async def save(
        self, request: SignedInRequest, job_id: FromPath[UUID], mark_saved: FromDishka[MarkSaved]
    ) -> Response[Data[SavedJobView]]:
        """Save the job: 201 the first time, 200 with the same saved job afterwards."""
        saved, is_new = await mark_saved(request.user.user_id, job_id)
        location = f"/api/v1/saved-jobs/{saved.id}"
        return versioned(request, saved, saved.version, HTTP_201_CREATED if is_new else HTTP_200_OK, location=location)

    @delete("/save", operation_id="unmarkJobSaved", summary="Save a job no longer")
    async def unsave(
        self, request: SignedInRequest, job_id: FromPath[UUID], unmark_saved: FromDishka[UnmarkSaved]
    ) -> None:
        """Forget that the job was saved, with notes and tags; harmless when it was not."""
        await unmark_saved(request.user.user_id, job_id)

    @post("/hide", operation_id="hideJob", summary="Hide a job", status_code=HTTP_204_NO_CONTENT)
    async def hide(self, request: SignedInRequest, job_id: FromPath[UUID], hide_job: FromDishka[HideJob]) -> None:
        """Leave the job out of one's lists."""
        await hide_job(request.user.user_id, job_id)

    @delete("/hide", operation_id="unhideJob", summary="Show a hidden job again")
    async def unhide(self, request: SignedInRequest, job_id: FromPath[UUID], unhide_job: FromDishka[UnhideJob]) -> None:
        """Take the job back into one's lists; harmless when it was not hidden."""
        await unhide_job(request.user.user_id, job_id)
