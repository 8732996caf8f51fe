"""Timelines for reading, in memory."""

from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.tracking.tables import TIMELINES
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.tracking.api.models import TimelineEntryView
from careercopilot.modules.tracking.domain.timeline import TimelineEntry


class MemoryTimelineViews:
    """Reads what is committed."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._rows: dict[UUID, tuple[TimelineEntry, ...]] = database.table(TIMELINES)

    async def page(self, application_id: UUID, page: PageRequest) -> Page[TimelineEntryView]:
        entries = self._rows.get(application_id, ())
        total, relation = capped(len(entries))
        items = tuple(entry.show() for entry in entries[page.offset : page.offset + page.limit])
        return Page(items, page, total, relation)
