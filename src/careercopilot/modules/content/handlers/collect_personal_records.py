"""Gathering what content holds about a person."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from careercopilot.kernel.slices import read_all
from careercopilot.modules.content.api.models import GenerationView
from careercopilot.modules.content.ports.generation_views import GenerationViews

_AT_ONCE = 100


class CollectPersonalRecordsHandler:
    """Reads the generations in batches, which end where the bound on them does."""

    def __init__(self, generations: GenerationViews) -> None:
        self._generations = generations

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        return {"generations": await read_all(partial(self._after, user_id))}

    async def _after(self, user_id: UUID, last: GenerationView | None) -> Sequence[GenerationView]:
        return await self._generations.after(user_id, last.id if last else None, _AT_ONCE)
