"""Applications for writing."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.tracking.domain.application import Application


class ApplicationRepository(Protocol):
    """Applications with their timelines, within the scope's unit of work.

    At most one live application per user and job is ever stored, whatever happens at the same time.
    """

    async def add(self, application: Application) -> None:
        """Store a new application and its new timeline entries. Raises AlreadyApplied."""
        ...

    async def get(self, user_id: UUID, application_id: UUID) -> Application:
        """Return the user's application, held against other writers until the unit of work ends, or raise NotFound."""
        ...

    async def save(self, application: Application) -> None:
        """Store what changed since ``get``. Raises AlreadyApplied, and PreconditionFailed when another was faster."""
        ...

    async def remove(self, application: Application) -> None:
        """Delete the application and its timeline. Raises PreconditionFailed when another was faster."""
        ...
