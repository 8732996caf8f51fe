"""What a person has to do with jobs elsewhere in the product."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID


class Engagements(Protocol):
    """Knows who is applying where."""

    async def applications(self, user_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        """Return the id of the person's live application by job id, where there is one."""
        ...
