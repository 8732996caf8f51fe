"""Gather what is held about a person, for the person."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.modules.content.api.models import GenerationView
from careercopilot.modules.content.ports.generation_views import GenerationViews

_BATCH = 100


class CollectPersonalRecordsHandler:
    """Reads the generations in batches, which end where the bound on them does."""

    def __init__(self, generations: GenerationViews) -> None:
        self._generations = generations

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        found: list[GenerationView] = []
        while batch := await self._generations.after(user_id, found[-1].id if found else None, _BATCH):
            found += batch
        return {"generations": found}
