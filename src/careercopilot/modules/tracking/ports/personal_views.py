"""All that is held about one person, for reading."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.modules.tracking.api.models import ApplicationView
from careercopilot.modules.tracking.api.personal_records import TimelineRecord


class PersonalViews(Protocol):
    """Committed rows of one person, however many, in the order in which they were begun."""

    async def applications(self, user_id: UUID) -> Sequence[ApplicationView]:
        """Return every application, archived ones included."""
        ...

    async def timelines(self, user_id: UUID) -> Sequence[TimelineRecord]:
        """Return the timeline of every application."""
        ...
