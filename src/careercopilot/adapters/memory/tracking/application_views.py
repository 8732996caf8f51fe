"""Applications for reading, in memory."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.tracking.listing import in_order, passes
from careercopilot.adapters.memory.tracking.tables import APPLICATIONS
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.tracking.api.models import (
    NEWEST_FIRST,
    ApplicationFilters,
    ApplicationStatus,
    ApplicationView,
    Order,
    PipelineColumn,
    PipelineView,
)
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.showing import card_of, view_of
from careercopilot.modules.tracking.ports.application_views import CARDS_LIMIT


class MemoryApplicationViews:
    """Reads what is committed."""

    def __init__(self, database: MemoryDatabase, clock: Clock) -> None:
        self._rows: dict[UUID, Application] = database.table(APPLICATIONS)
        self._clock = clock

    async def find(self, user_id: UUID, application_id: UUID) -> ApplicationView | None:
        application = self._rows.get(application_id)
        if application is None or application.user_id != user_id:
            return None
        return view_of(application, self._clock.now())

    async def page(
        self, user_id: UUID, filters: ApplicationFilters, order: Sequence[Order], page: PageRequest
    ) -> Page[ApplicationView]:
        found = in_order((a for a in self._rows.values() if passes(a, user_id, filters)), order)
        total, relation = capped(len(found))
        now = self._clock.now()
        items = tuple(view_of(a, now) for a in found[page.offset : page.offset + page.limit])
        return Page(items, page, total, relation)

    async def pipeline(self, user_id: UUID) -> PipelineView:
        columns = tuple(self._column(user_id, status) for status in ApplicationStatus)
        return PipelineView(columns, sum(column.count for column in columns))

    async def live_by_job(self, user_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, UUID]:
        mine = (a for a in self._rows.values() if a.user_id == user_id and a.is_live)
        return {a.job_id: a.id for a in mine if a.job_id is not None and a.job_id in job_ids}

    def _column(self, user_id: UUID, status: ApplicationStatus) -> PipelineColumn:
        standing_there = ApplicationFilters(statuses=(status,))
        found = in_order((a for a in self._rows.values() if passes(a, user_id, standing_there)), NEWEST_FIRST)
        now = self._clock.now()
        return PipelineColumn(status, len(found), tuple(card_of(a, now) for a in found[:CARDS_LIMIT]))
