"""Applications as other contexts read them."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.modules.tracking.api.histories import ApplicationHistory, ApplicationSummary


class HistoryViews(Protocol):
    """Committed applications with their steps; each history is of one moment."""

    async def after(self, application_id: UUID | None, limit: int) -> Sequence[ApplicationHistory]:
        """Return the applications of everybody that follow this one, by id."""
        ...

    async def summaries(self, user_id: UUID, application_ids: Sequence[UUID]) -> Mapping[UUID, ApplicationSummary]:
        """Return what the person's applications are called, by id."""
        ...
