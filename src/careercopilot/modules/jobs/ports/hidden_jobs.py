"""Keeping what people do not want to see."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.api.personal_records import HiddenJobRecord


class HiddenJobRepository(Protocol):
    """Hidden jobs, within the scope's unit of work."""

    async def add(self, user_id: UUID, job_id: UUID, at: datetime) -> None:
        """Note that the job is hidden; harmless when it is. Raises JobNotFound when there is no such job."""
        ...

    async def remove(self, user_id: UUID, job_id: UUID) -> None:
        """Forget that the job is hidden; harmless when it is not."""
        ...


class HiddenJobViews(Protocol):
    """What a person does not want to see, committed."""

    async def everything(self, user_id: UUID) -> Sequence[HiddenJobRecord]:
        """Return all of it, in the order in which it was hidden."""
        ...
