"""Generations in memory, for reading."""

from dataclasses import fields
from uuid import UUID

from careercopilot.adapters.memory.content.tables import GENERATION
from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.content.api.models import GenerationCard, GenerationFilter, GenerationView
from careercopilot.modules.content.domain.generation import Generation


class MemoryGenerationViews:
    """Reads committed rows, always by the person they belong to."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._rows: dict[UUID, Generation] = database.table(GENERATION)

    async def page(self, user_id: UUID, wanted: GenerationFilter, request: PageRequest) -> Page[GenerationCard]:
        found = [row for row in self._of(user_id) if _fits(row, wanted)]
        found.sort(key=lambda row: (row.created_at, row.id), reverse=True)
        items = tuple(_card(row) for row in found[request.offset : request.offset + request.limit])
        return Page(items, request, *capped(len(found)))

    async def find(self, user_id: UUID, generation_id: UUID) -> GenerationView | None:
        row = self._rows.get(generation_id)
        return None if row is None or row.user_id != user_id else row.view()

    async def after(self, user_id: UUID, generation_id: UUID | None, limit: int) -> tuple[GenerationView, ...]:
        rows = sorted(self._of(user_id), key=lambda row: row.id)
        return tuple(row.view() for row in rows if generation_id is None or row.id > generation_id)[:limit]

    async def count(self, user_id: UUID) -> int:
        return len(self._of(user_id))

    def _of(self, user_id: UUID) -> list[Generation]:
        return [row for row in self._rows.values() if row.user_id == user_id]


def _fits(generation: Generation, wanted: GenerationFilter) -> bool:
    return wanted.kind in {None, generation.kind} and wanted.status in {None, generation.status}


def _card(generation: Generation) -> GenerationCard:
    return GenerationCard(**{field.name: getattr(generation, field.name) for field in fields(GenerationCard)})
