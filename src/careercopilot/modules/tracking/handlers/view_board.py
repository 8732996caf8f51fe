"""Looking at the whole pipeline at once."""

from uuid import UUID

from careercopilot.modules.tracking.api.models import Board
from careercopilot.modules.tracking.ports.application_views import ApplicationViews


class ViewBoardHandler:
    """Reads what is committed."""

    def __init__(self, applications: ApplicationViews) -> None:
        self._applications = applications

    async def __call__(self, user_id: UUID) -> Board:
        """Return a column for every status."""
        return await self._applications.board(user_id)
