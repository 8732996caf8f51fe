"""Applications: entering, looking at, editing and moving them through the pipeline.

Every use case acts for ``user_id`` alone: another person's application is NotFound.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.tracking.api.models import (
    NEWEST_FIRST,
    ApplicationChanges,
    ApplicationFilters,
    ApplicationStatus,
    ApplicationView,
    NewApplication,
    Order,
    PipelineView,
)


class CreateApplication(Protocol):
    """Begin to track an application."""

    async def __call__(self, user_id: UUID, new: NewApplication) -> ApplicationView:
        """Enter it. Raises NotFound for an unknown job, AlreadyApplied when a live one for the job exists."""
        ...


class ViewApplication(Protocol):
    """Look at one application."""

    async def __call__(self, user_id: UUID, application_id: UUID) -> ApplicationView:
        """Return it, or raise NotFound."""
        ...


class ListApplications(Protocol):
    """Look through a person's applications."""

    async def __call__(
        self,
        user_id: UUID,
        filters: ApplicationFilters,
        page: PageRequest,
        order: Sequence[Order] = NEWEST_FIRST,
    ) -> Page[ApplicationView]:
        """Return one page of those that pass every filter."""
        ...


class EditApplication(Protocol):
    """Change what is recorded of an application."""

    async def __call__(
        self, user_id: UUID, application_id: UUID, changes: ApplicationChanges, expected_version: int | None = None
    ) -> ApplicationView:
        """Apply the changes as one. Raises InvalidTransition, PreconditionFailed; no change keeps the version."""
        ...


class MoveApplication(Protocol):
    """Take a step in the pipeline."""

    async def __call__(
        self,
        user_id: UUID,
        application_id: UUID,
        to: ApplicationStatus,
        *,
        at: datetime | None = None,
        note: str | None = None,
        expected_version: int | None = None,
    ) -> ApplicationView:
        """Step to ``to``; ``at`` may lie in the past, but not before the last step. Raises InvalidTransition."""
        ...


class ReopenApplication(Protocol):
    """Take an application back from its end."""

    async def __call__(
        self, user_id: UUID, application_id: UUID, expected_version: int | None = None
    ) -> ApplicationView:
        """Return to the status before the end. Raises NotEnded, AlreadyApplied."""
        ...


class DeleteApplication(Protocol):
    """Forget an application."""

    async def __call__(self, user_id: UUID, application_id: UUID, expected_version: int | None = None) -> None:
        """Delete it and its timeline for good."""
        ...


class ViewPipeline(Protocol):
    """Look at the whole pipeline at once."""

    async def __call__(self, user_id: UUID) -> PipelineView:
        """Return a column for every status."""
        ...


class FindApplications(Protocol):
    """Look up, for another context, which jobs a person has live applications for."""

    async def __call__(self, user_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        """Return the live application's id by job id, where there is one; at most 500 ids."""
        ...
