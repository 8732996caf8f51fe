"""What insights holds about a person."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID


class CollectPersonalRecords(Protocol):
    """Gather everything that insights holds about a person; all of it is derived from tracking's records."""

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        """Return the records by kind."""
        ...
