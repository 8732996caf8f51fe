"""The read model for reading."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.insights.api.models import ApplicationRecord, StepRecord
from careercopilot.modules.insights.domain.figures import News, Tally, Waiting


class InsightViews(Protocol):
    """What is committed, of one user at a time."""

    async def tally(self, user_id: UUID, lately: datetime) -> Tally:
        """Count the person's applications; ``lately`` is when the last days began."""
        ...

    async def waiting(self, user_id: UUID, stale_since: datetime, limit: int) -> Sequence[Waiting]:
        """Return the live, unarchived applications that need a look, for each reason the longest waiting first.

        Stale ones have stood where they stand since ``stale_since`` or longer. At most ``limit`` for each reason.
        """
        ...

    async def latest_steps(self, user_id: UUID, limit: int) -> Sequence[StepRecord]:
        """Return the person's last steps, the latest first."""
        ...

    async def news(self, last_day: datetime, last_week: datetime) -> News:
        """Return the jobs that arrived since these moments, and how far the read model has come."""
        ...

    async def applications(self, user_id: UUID, after: UUID | None, limit: int) -> Sequence[ApplicationRecord]:
        """Return the person's applications after that one, by id."""
        ...

    async def steps(self, user_id: UUID, after: tuple[UUID, int] | None, limit: int) -> Sequence[StepRecord]:
        """Return the person's steps after that one, by application and version."""
        ...
