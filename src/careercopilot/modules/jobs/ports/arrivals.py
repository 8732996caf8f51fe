"""The jobs that arrived, in a row: each at its position, and no position ever appears behind one already seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.domain.job_filters import JobFilters


class Arrivals(Protocol):
    """The row, within the scope's unit of work."""

    async def note(self, arrived: Mapping[UUID, datetime], now: datetime) -> int:
        """Put jobs that arrived then at the row's end, each once; return how many.

        One that is in the row moves there only if it arrived again, later than known.
        """
        ...

    async def newest(self) -> int:
        """Return the position of the newest arrival, 0 without any."""
        ...

    async def forget_before(self, moment: datetime, limit: int) -> int:
        """Drop arrivals noted before the moment which every search that wants to be told has looked at."""
        ...


@dataclass(frozen=True)
class Matched:
    """The newest of the jobs found, the newest first, and how many there are, counted up to a limit."""

    job_ids: tuple[UUID, ...]
    total: int


class ArrivalViews(Protocol):
    """The row, committed, as searches look at it."""

    async def matching(self, user_id: UUID, filters: JobFilters, after: int, upto: int) -> Matched:
        """Return the arrivals at these positions that a list with these filters would show the person.

        Raises Unavailable when the answer takes too long.
        """
        ...
