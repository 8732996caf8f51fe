"""Looking at one user."""

from uuid import UUID

from careercopilot.modules.identity.api.errors import UserNotFound
from careercopilot.modules.identity.api.models import UserView
from careercopilot.modules.identity.ports.user_views import UserViews


class ViewUserHandler:
    """Reads the view."""

    def __init__(self, views: UserViews) -> None:
        self._views = views

    async def __call__(self, user_id: UUID) -> UserView:
        view = await self._views.find(user_id)
        if view is None:
            raise UserNotFound(user_id)
        return view
