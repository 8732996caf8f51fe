"""The jobs that belong into the vector store: open ones that are everybody's."""

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.domain.likeness import JobWords


class IndexableJobs(Protocol):
    """Reads committed jobs. Raises Unavailable when an answer takes too long."""

    async def words_of(self, job_ids: Collection[UUID]) -> Mapping[UUID, JobWords]:
        """Return the words of those that belong there; others are left out."""
        ...

    async def count(self) -> int:
        """Return how many belong there."""
        ...
