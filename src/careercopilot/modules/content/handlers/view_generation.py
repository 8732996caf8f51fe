"""Looking at one text."""

from uuid import UUID

from careercopilot.modules.content.api.errors import GenerationNotFound
from careercopilot.modules.content.api.models import GenerationView
from careercopilot.modules.content.ports.generation_views import GenerationViews


class ViewGenerationHandler:
    """Reads it from the views."""

    def __init__(self, generations: GenerationViews) -> None:
        self._generations = generations

    async def __call__(self, user_id: UUID, generation_id: UUID) -> GenerationView:
        found = await self._generations.find(user_id, generation_id)
        if found is None:
            raise GenerationNotFound(generation_id)
        return found
