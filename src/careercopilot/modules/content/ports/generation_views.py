"""Generations, for reading what is committed."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.content.api.models import GenerationCard, GenerationFilter, GenerationView


class GenerationViews(Protocol):
    """What a person sees of the own generations."""

    async def page(self, user_id: UUID, wanted: GenerationFilter, request: PageRequest) -> Page[GenerationCard]:
        """Return a page, the newest first by the moment of making and then by id."""
        ...

    async def find(self, user_id: UUID, generation_id: UUID) -> GenerationView | None:
        """Return it, if there is such a one of this person."""
        ...

    async def after(self, user_id: UUID, generation_id: UUID | None, limit: int) -> tuple[GenerationView, ...]:
        """Return the next ones by id, from the first without one."""
        ...

    async def count(self, user_id: UUID) -> int:
        """Count all of a person's."""
        ...
