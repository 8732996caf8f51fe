"""Looking through saved searches."""

from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.saved_searches import SavedSearchView
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchViews


class ListSavedSearchesHandler:
    """Nobody keeps so many that a cursor would be needed."""

    def __init__(self, searches: SavedSearchViews) -> None:
        self._searches = searches

    async def __call__(self, user_id: UUID, page: PageRequest) -> Page[SavedSearchView]:
        if page.cursor is not None:
            raise InvalidInput("cursor", "this list is read by page")
        return await self._searches.page(user_id, page)
