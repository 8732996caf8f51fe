"""Generations, for writing."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.content.domain.generation import Generation


class GenerationRepository(Protocol):
    """The generations of the open unit of work."""

    async def add(self, generation: Generation) -> None:
        """Keep a new one."""
        ...

    async def find(self, user_id: UUID, generation_id: UUID) -> Generation | None:
        """Return it, locked until the end of the unit of work."""
        ...

    async def remove(self, generation: Generation) -> None:
        """Delete one that was found here."""
        ...
