"""Applications for reading."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.tracking.api.models import ApplicationFilters, ApplicationView, Order, PipelineView

CARDS_LIMIT = 100


class ApplicationViews(Protocol):
    """Committed applications of one user at a time."""

    async def find(self, user_id: UUID, application_id: UUID) -> ApplicationView | None:
        """Return the user's application."""
        ...

    async def page(
        self, user_id: UUID, filters: ApplicationFilters, order: Sequence[Order], page: PageRequest
    ) -> Page[ApplicationView]:
        """Return those that pass every filter; ties stand newest first."""
        ...

    async def pipeline(self, user_id: UUID) -> PipelineView:
        """Return every status as a column, each with the CARDS_LIMIT latest changed."""
        ...

    async def live_by_job(self, user_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        """Return the live application's id for each of the jobs that has one."""
        ...
