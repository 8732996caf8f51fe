"""Users as they are shown."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.identity.api.models import UserView


class UserViews(Protocol):
    """Reads committed accounts straight into views."""

    async def find(self, user_id: UUID) -> UserView | None:
        """Return the user, if there is one."""
        ...

    async def page(self, request: PageRequest) -> Page[UserView]:
        """Return a page of all users, the newest first."""
        ...
