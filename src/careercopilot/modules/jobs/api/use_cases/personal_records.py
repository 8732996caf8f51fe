"""What jobs holds about a person."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID


class CollectPersonalRecords(Protocol):
    """Gather what is held about a person, for the person."""

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        """Return all of it: views by the kind of record, which is a word fit for a file's name."""
        ...
