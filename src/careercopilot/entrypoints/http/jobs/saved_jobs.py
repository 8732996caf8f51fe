"""Saved jobs."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.status_codes import HTTP_201_CREATED
from msgspec import UNSET, Meta, UnsetType

from careercopilot.entrypoints.http.answers import Data, PageOf, page_of
from careercopilot.entrypoints.http.bodies import Notes
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob, SavedJobChanges, SavedJobView
from careercopilot.modules.jobs.api.use_cases.saved_jobs import (
    DeleteSavedJob,
    EditSavedJob,
    ListSavedJobs,
    SaveJob,
    ViewSavedJob,
)

Tags = Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=50)], ...], Meta(max_length=30)]
ONE = "/{saved_job_id:uuid}"


class SaveJobBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A job to save, with one's own words about it."""

    job_id: UUID
    notes: Notes | None = None
    tags: Tags | None = None


class PatchSavedJobBody(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What to change: a field that is left out stays, null empties it."""

    notes: Notes | UnsetType | None = UNSET
    tags: Tags | UnsetType | None = UNSET

    def changes(self) -> SavedJobChanges:
        """Return the changes, with nothing for what stays."""
        return SavedJobChanges(
            notes=None if self.notes is UNSET else self.notes or "",
            tags=None if self.tags is UNSET else self.tags or (),
        )


class SavedJobsController(Controller):
    """The jobs that a person keeps, with notes and tags."""

    path = "/saved-jobs"
    tags = ("saved-jobs",)

    @get("/", operation_id="listSavedJobs", summary="List saved jobs")
    async def list_(
        self,
        request: SignedInRequest,
        list_saved_jobs: FromDishka[ListSavedJobs],
        *,
        tag: Annotated[str | None, QueryParameter(description="A tag that they carry.", max_length=50)] = None,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
    ) -> PageOf[SavedJobView]:
        """Return one's saved jobs, the last saved first."""
        found = await list_saved_jobs(request.user.user_id, tag, PageRequest(page, limit))
        return page_of(found, {"tag": tag.strip()} if tag and tag.strip() else {})

    @post(
        "/",
        operation_id="saveJob",
        summary="Save a job with notes",
        opt={"idempotent": True},
        status_code=HTTP_201_CREATED,
    )
    async def save(
        self, request: SignedInRequest, data: JSONBody[SaveJobBody], save_job: FromDishka[SaveJob]
    ) -> Response[Data[SavedJobView]]:
        """Save a job. One that is saved already answers 409 with the id of what is saved of it."""
        new = NewSavedJob(job_id=data.job_id, notes=data.notes or "", tags=data.tags or ())
        saved = await save_job(request.user.user_id, new)
        location = f"/api/v1/saved-jobs/{saved.id}"
        return versioned(request, saved, saved.version, HTTP_201_CREATED, location=location)

    @get(ONE, operation_id="getSavedJob", summary="Read a saved job")
    async def view(
        self, request: SignedInRequest, saved_job_id: FromPath[UUID], view_saved_job: FromDishka[ViewSavedJob]
    ) -> Response[Data[SavedJobView]]:
        """Return one saved job."""
        saved = await view_saved_job(request.user.user_id, saved_job_id)
        return versioned(request, saved, saved.version)

    @patch(ONE, operation_id="patchSavedJob", summary="Change notes and tags")
    async def change(
        self,
        request: SignedInRequest,
        saved_job_id: FromPath[UUID],
        data: JSONBody[PatchSavedJobBody],
        edit_saved_job: FromDishka[EditSavedJob],
    ) -> Response[Data[SavedJobView]]:
        """Change the fields given."""
        expected = expected_version(request)
        edited = await edit_saved_job(request.user.user_id, saved_job_id, data.changes(), expected)
        return versioned(request, edited, edited.version)

    @delete(ONE, operation_id="deleteSavedJob", summary="Save a job no longer")
    async def delete(
        self, request: SignedInRequest, saved_job_id: FromPath[UUID], delete_saved_job: FromDishka[DeleteSavedJob]
    ) -> None:
        """Forget the saved job, with notes and tags."""
        await delete_saved_job(request.user.user_id, saved_job_id, expected_version(request))
