"""Looking through all users."""

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.identity.api.models import UserView
from careercopilot.modules.identity.ports.user_views import UserViews


class ListUsersHandler:
    """Reads the views."""

    def __init__(self, views: UserViews) -> None:
        self._views = views

    async def __call__(self, request: PageRequest) -> Page[UserView]:
        return await self._views.page(request)
