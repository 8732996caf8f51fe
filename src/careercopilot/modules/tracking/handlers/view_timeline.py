"""Looking back on an application."""

from uuid import UUID

from careercopilot.kernel.errors import NotFound
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.tracking.api.models import TimelineEntryView
from careercopilot.modules.tracking.ports.application_views import ApplicationViews
from careercopilot.modules.tracking.ports.timeline_views import TimelineViews


class ViewTimelineHandler:
    """Shows a timeline to the person whose application it is."""

    def __init__(self, applications: ApplicationViews, timelines: TimelineViews) -> None:
        self._applications = applications
        self._timelines = timelines

    async def __call__(self, user_id: UUID, application_id: UUID, page: PageRequest) -> Page[TimelineEntryView]:
        if await self._applications.find(user_id, application_id) is None:
            raise NotFound("application", application_id)
        return await self._timelines.page(application_id, page)
