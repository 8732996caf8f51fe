"""Keeping and reading saved jobs."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.saved_jobs import SavedJobView
from careercopilot.modules.jobs.domain.saved_job import SavedJob


class SavedJobRepository(Protocol):
    """Saved jobs, within the scope's unit of work."""

    async def keep(self, saved: SavedJob) -> UUID:
        """Store it and return its id, or return the id of the one that the person keeps of that job already.

        Raises JobNotFound when there is no such job.
        """
        ...

    async def find(self, user_id: UUID, saved_job_id: UUID) -> SavedJob | None:
        """Return the person's saved job."""
        ...

    async def replace(self, saved: SavedJob) -> None:
        """Store a new version. Raises PreconditionFailed when another has been stored meanwhile."""
        ...

    async def remove(self, saved: SavedJob) -> None:
        """Delete this version. Raises PreconditionFailed when another has been stored meanwhile."""
        ...

    async def remove_for_job(self, user_id: UUID, job_id: UUID) -> None:
        """Delete what the person keeps of a job, if anything."""
        ...


class SavedJobViews(Protocol):
    """Saved jobs as their owner sees them, committed; applications and scores are left empty."""

    async def find(self, user_id: UUID, saved_job_id: UUID) -> SavedJobView | None:
        """Return one."""
        ...

    async def page(self, user_id: UUID, tag: str | None, request: PageRequest) -> Page[SavedJobView]:
        """Return a page, the last saved first; with ``tag`` only those that carry it, whatever its capitals."""
        ...

    async def everything(self, user_id: UUID) -> Sequence[SavedJobView]:
        """Return all of them, however many."""
        ...
