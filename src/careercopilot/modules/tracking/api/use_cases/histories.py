"""What contexts above tracking read in bulk."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.modules.tracking.api.histories import ApplicationHistory, ApplicationSummary


class ReadHistories(Protocol):
    """Go through the applications of everybody, with their steps."""

    async def __call__(self, after: UUID | None, limit: int) -> Sequence[ApplicationHistory]:
        """Return those that follow ``after``, by id, from the first on when None; fewer than ``limit`` are the last.

        ``limit`` is at most 500. What a history tells is what the events told, to the last version.
        """
        ...


class SummariseApplications(Protocol):
    """Say what a person's applications are called."""

    async def __call__(self, user_id: UUID, application_ids: Sequence[UUID]) -> Mapping[UUID, ApplicationSummary]:
        """Return those that are the person's, by id; at most 500 ids."""
        ...
