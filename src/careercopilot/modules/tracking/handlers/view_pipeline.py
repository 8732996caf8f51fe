"""Looking at the whole pipeline at once."""

from uuid import UUID

from careercopilot.modules.tracking.api.models import PipelineView
from careercopilot.modules.tracking.ports.application_views import ApplicationViews


class ViewPipelineHandler:
    """Reads what is committed."""

    def __init__(self, applications: ApplicationViews) -> None:
        self._applications = applications

    async def __call__(self, user_id: UUID) -> PipelineView:
        return await self._applications.pipeline(user_id)
