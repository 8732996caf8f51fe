"""Hidden jobs: what a person does not want to see in lists again."""

from typing import Protocol
from uuid import UUID


class HideJob(Protocol):
    """Leave a job out of a person's lists."""

    async def __call__(self, user_id: UUID, job_id: UUID) -> None:
        """Hide it; harmless when it is hidden. Raises NotFound for an unknown job."""
        ...


class UnhideJob(Protocol):
    """Take a job back into a person's lists."""

    async def __call__(self, user_id: UUID, job_id: UUID) -> None:
        """Show it again; harmless when it was not hidden."""
        ...
