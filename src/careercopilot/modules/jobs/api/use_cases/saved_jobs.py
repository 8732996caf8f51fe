"""Saved jobs. Every use case acts for ``user_id`` alone: another person's saved job is NotFound."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.saved_jobs import NewSavedJob, SavedJobChanges, SavedJobView


class SaveJob(Protocol):
    """Keep a job."""

    async def __call__(self, user_id: UUID, new: NewSavedJob) -> SavedJobView:
        """Save it. Raises NotFound for an unknown job, AlreadySaved when it is saved already."""
        ...


class MarkSaved(Protocol):
    """Keep a job, whether or not it is kept already."""

    async def __call__(self, user_id: UUID, job_id: UUID) -> tuple[SavedJobView, bool]:
        """Return the saved job, and whether it was saved just now. Raises NotFound for an unknown job."""
        ...


class UnmarkSaved(Protocol):
    """Keep a job no longer."""

    async def __call__(self, user_id: UUID, job_id: UUID) -> None:
        """Forget that it was saved, notes included; harmless when it was not."""
        ...


class ListSavedJobs(Protocol):
    """Look through the saved jobs."""

    async def __call__(self, user_id: UUID, tag: str | None, page: PageRequest) -> Page[SavedJobView]:
        """Return one page, the last saved first; with ``tag`` those that carry it, whatever its capitals."""
        ...


class ViewSavedJob(Protocol):
    """Look at one saved job."""

    async def __call__(self, user_id: UUID, saved_job_id: UUID) -> SavedJobView:
        """Return it. Raises NotFound."""
        ...


class EditSavedJob(Protocol):
    """Change notes and tags."""

    async def __call__(
        self, user_id: UUID, saved_job_id: UUID, changes: SavedJobChanges, expected_version: int | None = None
    ) -> SavedJobView:
        """Apply the changes as one. Raises NotFound, PreconditionFailed; no change keeps the version."""
        ...


class DeleteSavedJob(Protocol):
    """Keep a job no longer, by the id of the saved job."""

    async def __call__(self, user_id: UUID, saved_job_id: UUID, expected_version: int | None = None) -> None:
        """Delete it. Raises NotFound, PreconditionFailed."""
        ...
