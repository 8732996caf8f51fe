"""Jobs that came into the catalogue, run by run."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class ArrivedJobs:
    """How many new jobs a run of a board found, and when it began."""

    run_id: UUID
    board_id: UUID
    at: datetime
    new: int


class Arrivals(Protocol):
    """Rows of arrivals. Part of the unit of work that holds the read model."""

    async def clear(self, before: datetime, board_ids: Collection[UUID] | None) -> None:
        """Delete what is older, and everything of these boards; of all boards when None."""
        ...

    async def add(self, arrivals: Sequence[ArrivedJobs]) -> None:
        """Store these."""
        ...
