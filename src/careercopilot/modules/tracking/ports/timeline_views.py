"""Timelines for reading."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.tracking.api.models import TimelineEntryView


class TimelineViews(Protocol):
    """Committed timelines."""

    async def page(self, application_id: UUID, page: PageRequest) -> Page[TimelineEntryView]:
        """Return one page of an application's timeline in the order of recording."""
        ...
