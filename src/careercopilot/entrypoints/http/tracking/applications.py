"""A person's applications."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, delete, get, patch, post, put
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from litestar.status_codes import HTTP_201_CREATED

from careercopilot.entrypoints.http.answers import Data, PageOf, page_of
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.tracking.bodies import (
    CreateApplicationBody,
    PatchApplicationBody,
    PutApplicationBody,
)
from careercopilot.entrypoints.http.tracking.listing import echo, filters_of, order_of, statuses_of
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.tracking.api.models import ApplicationView
from careercopilot.modules.tracking.api.use_cases.applications import (
    CreateApplication,
    DeleteApplication,
    EditApplication,
    ListApplications,
    ViewApplication,
)

Statuses = Annotated[list[str] | None, QueryParameter(description="Statuses, one by one or comma-separated.")]
Company = Annotated[str | None, QueryParameter(description="A part of the company's name.")]
Words = Annotated[str | None, QueryParameter(description="Words that title, company or notes hold, all of them.")]
Sort = Annotated[str | None, QueryParameter(description="Comma-separated keys, minus for descending; -updated_at.")]
PATH = "/applications"
ONE = "/{application_id:uuid}"


class ApplicationsController(Controller):
    """Entering, looking at and editing applications."""

    path = PATH
    tags = ("applications",)

    @get("/", operation_id="listApplications", summary="List applications")
    async def list_(
        self,
        request: SignedInRequest,
        list_applications: FromDishka[ListApplications],
        *,
        status: Statuses = None,
        company: Company = None,
        tag: FromQuery[str | None] = None,
        q: Words = None,
        updated_after: FromQuery[datetime | None] = None,
        archived: FromQuery[bool] = False,
        sort: Sort = None,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
    ) -> PageOf[ApplicationView]:
        """Return one's own applications; the archived ones only with `archived=true`, and then only those."""
        filters = filters_of(statuses_of(status), company, tag, q, updated_after, archived=archived)
        wanted = PageRequest(page, limit)
        found = await list_applications(request.user.user_id, filters, wanted, order_of(sort))
        return page_of(found, echo(filters))

    @post(
        "/",
        operation_id="createApplication",
        summary="Track an application",
        opt={"idempotent": True},
        status_code=HTTP_201_CREATED,
    )
    async def create(
        self,
        request: SignedInRequest,
        data: JSONBody[CreateApplicationBody],
        create_application: FromDishka[CreateApplication],
    ) -> Response[Data[ApplicationView]]:
        """Begin to track an application. A second live one for the same job answers 409 with the other's id."""
        created = await create_application(request.user.user_id, data.new())
        location = f"/api/v1{PATH}/{created.id}"
        return versioned(request, created, created.version, HTTP_201_CREATED, location=location)

    @get(ONE, operation_id="getApplication", summary="Read an application")
    async def view(
        self, request: SignedInRequest, application_id: FromPath[UUID], view_application: FromDishka[ViewApplication]
    ) -> Response[Data[ApplicationView]]:
        """Return one application."""
        found = await view_application(request.user.user_id, application_id)
        return versioned(request, found, found.version)

    @put(ONE, operation_id="putApplication", summary="Replace an application")
    async def replace(
        self,
        request: SignedInRequest,
        application_id: FromPath[UUID],
        data: JSONBody[PutApplicationBody],
        edit_application: FromDishka[EditApplication],
    ) -> Response[Data[ApplicationView]]:
        """Replace what is recorded. Another `status` is a step, and answers 409 when the pipeline has no such step."""
        expected = expected_version(request)
        edited = await edit_application(request.user.user_id, application_id, data.changes(), expected)
        return versioned(request, edited, edited.version)

    @patch(ONE, operation_id="patchApplication", summary="Change an application")
    async def change(
        self,
        request: SignedInRequest,
        application_id: FromPath[UUID],
        data: JSONBody[PatchApplicationBody],
        edit_application: FromDishka[EditApplication],
    ) -> Response[Data[ApplicationView]]:
        """Change the fields given. Another `status` is a step, and answers 409 when the pipeline has no such step."""
        expected = expected_version(request)
        edited = await edit_application(request.user.user_id, application_id, data.changes(), expected)
        return versioned(request, edited, edited.version)

    @delete(ONE, operation_id="deleteApplication", summary="Delete an application")
    async def delete(
        self,
        request: SignedInRequest,
        application_id: FromPath[UUID],
        delete_application: FromDishka[DeleteApplication],
    ) -> None:
        """Delete the application and its timeline for good."""
        await delete_application(request.user.user_id, application_id, expected_version(request))
