"""What happened to an application."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.tracking.api.models import TimelineEntryView


class ViewTimeline(Protocol):
    """Look back on an application; what was recorded never changes."""

    async def __call__(self, user_id: UUID, application_id: UUID, page: PageRequest) -> Page[TimelineEntryView]:
        """Return one page, in the order of recording, or raise NotFound for the application."""
        ...
