"""Whether jobs are still open, and how many arrive: read in bulk by contexts above."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.api.openings import RunArrivals


class CheckOpenings(Protocol):
    """Find out which jobs can still be applied for, as far as the sources tell."""

    async def __call__(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return those that are open; what is not there any more is not. At most 500 ids."""
        ...


class ReadArrivals(Protocol):
    """Go through the runs that found new jobs."""

    async def __call__(
        self,
        since: datetime,
        board_ids: Collection[UUID] | None = None,
        after: RunArrivals | None = None,
        limit: int = 500,
    ) -> Sequence[RunArrivals]:
        """Return those that began since then, of these boards (of all when None), by beginning, that follow ``after``.

        Fewer than ``limit`` are the last. Boards and limit are at most 500.
        """
        ...
