"""Looking at one run."""

from uuid import UUID

from careercopilot.modules.jobs.api.errors import SourceRunNotFound
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.ports.run_views import RunViews


class ViewSourceRunHandler:
    """Reads it."""

    def __init__(self, views: RunViews) -> None:
        self._views = views

    async def __call__(self, run_id: UUID) -> SourceRunView:
        found = await self._views.find(run_id)
        if found is None:
            raise SourceRunNotFound(run_id)
        return found
