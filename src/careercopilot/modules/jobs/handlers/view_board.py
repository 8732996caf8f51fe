"""Looking at one followed board."""

from uuid import UUID

from careercopilot.modules.jobs.api.boards import JobBoardView
from careercopilot.modules.jobs.api.errors import BoardNotFound
from careercopilot.modules.jobs.ports.board_views import BoardViews


class ViewBoardHandler:
    """Reads it."""

    def __init__(self, views: BoardViews) -> None:
        self._views = views

    async def __call__(self, board_id: UUID) -> JobBoardView:
        found = await self._views.find(board_id)
        if found is None:
            raise BoardNotFound(str(board_id))
        return found
