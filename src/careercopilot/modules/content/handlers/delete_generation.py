"""Throwing a text away."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.content.api.errors import GenerationNotFound
from careercopilot.modules.content.ports.generation_repository import GenerationRepository


class DeleteGenerationHandler:
    """Removes the row."""

    def __init__(self, unit_of_work: UnitOfWork, generations: GenerationRepository) -> None:
        self._unit_of_work = unit_of_work
        self._generations = generations

    async def __call__(self, user_id: UUID, generation_id: UUID, expected_version: int | None = None) -> None:
        async with self._unit_of_work as uow:
            generation = await self._generations.find(user_id, generation_id)
            if generation is None:
                raise GenerationNotFound(generation_id)
            generation.demand(expected_version)
            await self._generations.remove(generation)
            await uow.commit()
