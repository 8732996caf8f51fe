"""Applications in the read model, for writing."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.modules.insights.domain.tracked_application import Step, TrackedApplication


class TrackedApplications(Protocol):
    """Rows of applications and of their steps, in bulk. Part of the unit of work that holds the read model."""

    async def find(self, application_ids: Collection[UUID]) -> Mapping[UUID, TrackedApplication]:
        """Return what is known of these, deleted ones too, by id."""
        ...

    async def save(self, applications: Sequence[TrackedApplication], steps: Sequence[Step]) -> None:
        """Store the applications as they are, and steps that are not there yet.

        A deleted one loses its steps, and gets none.
        """
        ...

    async def replace(self, applications: Sequence[TrackedApplication], steps: Sequence[Step]) -> None:
        """Store the applications with these steps and no others."""
        ...

    async def forget_others(self, after: UUID | None, last: UUID | None, kept: Collection[UUID]) -> int:
        """Delete, as a deletion that is heard does, all with ids after ``after`` up to ``last`` but these.

        None stands for the ends of the ids. Return how many there were.
        """
        ...

    async def jobs_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return those of the jobs that an application points at."""
        ...

    async def set_openings(self, openings: Mapping[UUID, bool]) -> None:
        """Say of jobs whether they are open, wherever an application points at one."""
        ...
