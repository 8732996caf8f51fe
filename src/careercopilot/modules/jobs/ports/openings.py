"""Whether jobs are open, and how many arrived."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.api.openings import RunArrivals


class Openings(Protocol):
    """Committed states of jobs and counts of runs, whoever asks."""

    async def open_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return those of the jobs that are open."""
        ...

    async def arrivals(
        self, since: datetime, board_ids: Collection[UUID] | None, after: RunArrivals | None, limit: int
    ) -> Sequence[RunArrivals]:
        """Return the runs with new jobs that began since then, by beginning and id, after the one given."""
        ...
