"""Applications on their way: steps, reopening, timeline and the whole pipeline."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.status_codes import HTTP_200_OK

from careercopilot.entrypoints.http.answers import Data, PageOf, page_of
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.tracking.bodies import TransitionBody
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.tracking.api.models import (
    ApplicationStatus,
    ApplicationView,
    EntryKind,
    PipelineView,
    TimelineEntryView,
)
from careercopilot.modules.tracking.api.use_cases.applications import MoveApplication, ReopenApplication, ViewPipeline
from careercopilot.modules.tracking.api.use_cases.timeline import ViewTimeline


class TimelineEntry(msgspec.Struct, rename={"from_status": "from", "to_status": "to"}):
    """One line of a timeline: ``at`` is when it happened, ``recorded_at`` when it was entered."""

    id: UUID
    kind: EntryKind
    at: datetime
    recorded_at: datetime
    from_status: ApplicationStatus | None
    to_status: ApplicationStatus | None
    note: str | None
    data: dict[str, Any] | None


class PipelineController(Controller):
    """Where applications stand, and how they came there."""

    path = "/applications"
    tags = ("applications",)

    @get("/board", operation_id="viewPipeline", summary="See the whole pipeline")
    async def pipeline(self, request: SignedInRequest, view_pipeline: FromDishka[ViewPipeline]) -> Data[PipelineView]:
        """Return a column for every status, with its count and the 100 latest changed; archived ones are left out."""
        return Data(await view_pipeline(request.user.user_id))

    @post(
        "/{application_id:uuid}/transitions",
        operation_id="moveApplication",
        summary="Take a step",
        status_code=HTTP_200_OK,
    )
    async def move(
        self,
        request: SignedInRequest,
        application_id: FromPath[UUID],
        data: JSONBody[TransitionBody],
        move_application: FromDishka[MoveApplication],
    ) -> Response[Data[ApplicationView]]:
        """Move to another status. A step that the pipeline does not have answers 409 and names those it has."""
        moved = await move_application(
            request.user.user_id,
            application_id,
            data.to,
            at=data.at,
            note=data.note,
            expected_version=expected_version(request),
        )
        return versioned(request, moved, moved.version)

    @post(
        "/{application_id:uuid}/reopen",
        operation_id="reopenApplication",
        summary="Take back an end",
        status_code=HTTP_200_OK,
    )
    async def reopen(
        self,
        request: SignedInRequest,
        application_id: FromPath[UUID],
        reopen_application: FromDishka[ReopenApplication],
    ) -> Response[Data[ApplicationView]]:
        """Return an accepted, declined, rejected or withdrawn application to the status before."""
        reopened = await reopen_application(request.user.user_id, application_id, expected_version(request))
        return versioned(request, reopened, reopened.version)

    @get("/{application_id:uuid}/timeline", operation_id="viewTimeline", summary="Look back")
    async def timeline(
        self,
        request: SignedInRequest,
        application_id: FromPath[UUID],
        view_timeline: FromDishka[ViewTimeline],
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
    ) -> PageOf[TimelineEntry]:
        """Return what happened to the application, in the order of recording."""
        found = await view_timeline(request.user.user_id, application_id, PageRequest(page, limit))
        lines = tuple(_line(entry) for entry in found.items)
        return page_of(Page(lines, found.request, found.total, found.total_relation))


def _line(entry: TimelineEntryView) -> TimelineEntry:
    return TimelineEntry(**vars(entry))
