"""Forgetting a person."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol
from uuid import UUID


class Erasure(Protocol):
    """Everything that tracking holds of people, within the scope's unit of work."""

    async def erase(self, user_id: UUID, at: datetime) -> None:
        """Delete every row of the person and keep the id as a tombstone; harmless when that is done already."""
        ...

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return those of the people who were erased: nothing may be written about them any more."""
        ...
