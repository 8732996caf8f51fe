"""What the contexts above identity hold about a person."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID


class PersonalRecords(Protocol):
    """Gathers from every context, which identity cannot know by name."""

    async def collect(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        """Return all of it: views by ``<context>/<kind>``."""
        ...
