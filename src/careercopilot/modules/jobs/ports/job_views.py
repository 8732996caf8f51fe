"""Reading the catalogue: committed jobs, as one viewer may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.api.job_lists import FacetValue
from careercopilot.modules.jobs.api.models import JobCard, JobSummary, JobView
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.job_order import JobOrder
from careercopilot.modules.jobs.domain.job_positions import Position


@dataclass(frozen=True)
class Window:
    """Which part of a list: ``limit`` jobs from ``offset`` on, or from ``position`` on."""

    limit: int
    offset: int = 0
    position: Position | None = None


@dataclass(frozen=True, kw_only=True)
class FoundJobs:
    """A part of a list. Counts stop just above COUNT_CAP; ``next`` is where the list goes on, None at its end."""

    cards: tuple[JobCard, ...]
    total: int
    next: Position | None
    unknown_counts: Mapping[str, int] = field(default_factory=dict)


class JobViews(Protocol):
    """Shows jobs to a viewer, with what the viewer saved and hid; applications and scores are left empty.

    A job that somebody entered by hand is there for that person alone. Raises Unavailable when an answer takes
    too long.
    """

    async def search(self, viewer_id: UUID, filters: JobFilters, order: JobOrder, window: Window) -> FoundJobs:
        """Return the jobs that pass every filter, hidden ones left out unless the filters include them."""
        ...

    async def facets(
        self, viewer_id: UUID, filters: JobFilters, names: Sequence[str]
    ) -> Mapping[str, tuple[FacetValue, ...]]:
        """Return the most frequent values among the newest COUNTED_JOBS found, the most frequent first."""
        ...

    async def find(self, viewer_id: UUID, job_id: UUID) -> JobView | None:
        """Return a job, open or closed."""
        ...

    async def summaries(self, viewer_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, JobSummary]:
        """Return the jobs there are, by id."""
        ...
