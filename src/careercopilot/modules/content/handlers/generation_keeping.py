"""Keeping what was written."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.content.api.errors import TooManyGenerations
from careercopilot.modules.content.domain.generation import MOST_KEPT, Generation
from careercopilot.modules.content.ports.erasure import Erasure
from careercopilot.modules.content.ports.generation_repository import GenerationRepository
from careercopilot.modules.content.ports.generation_views import GenerationViews
from careercopilot.modules.identity.api.errors import UserNotFound


class GenerationKeeping:
    """Holds the bound on what one person keeps, and keeps nothing of people who were erased meanwhile."""

    def __init__(
        self, unit_of_work: UnitOfWork, generations: GenerationRepository, views: GenerationViews, erasure: Erasure
    ) -> None:
        self._unit_of_work = unit_of_work
        self._generations = generations
        self._views = views
        self._erasure = erasure

    async def demand_room(self, user_id: UUID) -> None:
        """Raise TooManyGenerations when the person keeps as many as one person may."""
        if await self._views.count(user_id) >= MOST_KEPT:
            raise TooManyGenerations(MOST_KEPT)

    async def keep(self, generation: Generation) -> None:
        """Keep it and tell of it. Raises UserNotFound."""
        async with self._unit_of_work as uow:
            if await self._erasure.erased_among([generation.user_id]):
                raise UserNotFound(generation.user_id)
            await self._generations.add(generation)
            uow.publish(generation.created())
            await uow.commit()
