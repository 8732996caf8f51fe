"""What was written for a person."""

from uuid import UUID

from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, delete, get
from litestar.params import FromPath, FromQuery

from careercopilot.entrypoints.http.answers import Data, PageOf, applied, page_of
from careercopilot.entrypoints.http.conditional import expected_version, versioned
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.content.api.models import (
    GenerationCard,
    GenerationFilter,
    GenerationKind,
    GenerationStatus,
    GenerationView,
)
from careercopilot.modules.content.api.use_cases.generations import DeleteGeneration, ListGenerations, ViewGeneration

ONE = "/{generation_id:uuid}"


class GenerationsController(Controller):
    """Drafts, until their owner throws them away."""

    path = "/generations"
    tags = ("generations",)

    @get("/", operation_id="listGenerations", summary="List what was written")
    async def list_(
        self,
        request: SignedInRequest,
        list_generations: FromDishka[ListGenerations],
        *,
        kind: FromQuery[GenerationKind | None] = None,
        status: FromQuery[GenerationStatus | None] = None,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
    ) -> PageOf[GenerationCard]:
        """Return one's own texts without their words, the newest first."""
        found = await list_generations(request.user.user_id, GenerationFilter(kind, status), PageRequest(page, limit))
        return page_of(found, applied(kind=kind, status=status))

    @get(ONE, operation_id="getGeneration", summary="Read what was written")
    async def view(
        self, request: SignedInRequest, generation_id: FromPath[UUID], view_generation: FromDishka[ViewGeneration]
    ) -> Response[Data[GenerationView]]:
        """Return one text with all its sentences and what each rests on."""
        found = await view_generation(request.user.user_id, generation_id)
        return versioned(request, found, found.version)

    @delete(ONE, operation_id="deleteGeneration", summary="Delete what was written")
    async def delete(
        self, request: SignedInRequest, generation_id: FromPath[UUID], delete_generation: FromDishka[DeleteGeneration]
    ) -> None:
        """Delete the text for good."""
        await delete_generation(request.user.user_id, generation_id, expected_version(request))
