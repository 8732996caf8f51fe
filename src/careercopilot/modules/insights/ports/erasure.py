"""Forgetting people."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol
from uuid import UUID


class Erasure(Protocol):
    """Erases people and remembers whom, in the scope's unit of work."""

    async def erase(self, user_id: UUID, at: datetime) -> None:
        """Delete every row of the person and keep the id, so that nothing late brings them back. Idempotent."""
        ...

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return those of them who are erased."""
        ...
