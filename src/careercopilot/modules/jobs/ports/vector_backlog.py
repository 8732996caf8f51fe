"""The jobs whose place in the vector store is not known to be right. Part of the scope's unit of work."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class Waiting:
    """A job that waits; ``revision`` grows each time something about it is told."""

    job_id: UUID
    revision: int


class VectorBacklog(Protocol):
    """Holds one row per job, however often it is wanted; nothing is lost with whoever works it off."""

    async def want(self, job_ids: Collection[UUID], at: datetime) -> None:
        """Put jobs on the backlog. One that is being worked off will be worked off again."""
        ...

    async def want_all_open(self, at: datetime) -> int:
        """Put every open job that is everybody's on the backlog; return how many."""
        ...

    async def claim(self, limit: int, at: datetime, until: datetime) -> Sequence[Waiting]:
        """Lease what waits to the caller: what was tried least first, then what has waited longest."""
        ...

    async def settle(self, done: Sequence[Waiting]) -> None:
        """Take jobs off the backlog; those that were wanted again meanwhile stay, and are free."""
        ...

    async def give_back(self, claimed: Sequence[Waiting]) -> None:
        """Leave jobs as if they had never been claimed."""
        ...

    async def count(self) -> int:
        """Return how many jobs wait, claimed ones too."""
        ...
