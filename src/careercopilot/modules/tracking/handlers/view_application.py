"""Looking at one application."""

from uuid import UUID

from careercopilot.kernel.errors import NotFound
from careercopilot.modules.tracking.api.models import ApplicationView
from careercopilot.modules.tracking.ports.application_views import ApplicationViews


class ViewApplicationHandler:
    """Reads what is committed."""

    def __init__(self, applications: ApplicationViews) -> None:
        self._applications = applications

    async def __call__(self, user_id: UUID, application_id: UUID) -> ApplicationView:
        application = await self._applications.find(user_id, application_id)
        if application is None:
            raise NotFound("application", application_id)
        return application
