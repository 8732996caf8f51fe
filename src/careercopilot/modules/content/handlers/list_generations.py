"""Looking through one's texts."""

from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.content.api.models import GenerationCard, GenerationFilter
from careercopilot.modules.content.ports.generation_views import GenerationViews


class ListGenerationsHandler:
    """Reads the page from the views."""

    def __init__(self, generations: GenerationViews) -> None:
        self._generations = generations

    async def __call__(self, user_id: UUID, wanted: GenerationFilter, request: PageRequest) -> Page[GenerationCard]:
        return await self._generations.page(user_id, wanted, request)
