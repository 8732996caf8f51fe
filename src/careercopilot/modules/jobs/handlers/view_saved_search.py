"""Looking at one saved search."""

from uuid import UUID

from careercopilot.modules.jobs.api.errors import SavedSearchNotFound
from careercopilot.modules.jobs.api.saved_searches import SavedSearchView
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchViews


class ViewSavedSearchHandler:
    """Shows what is committed."""

    def __init__(self, searches: SavedSearchViews) -> None:
        self._searches = searches

    async def __call__(self, user_id: UUID, saved_search_id: UUID) -> SavedSearchView:
        search = await self._searches.find(user_id, saved_search_id)
        if search is None:
            raise SavedSearchNotFound(saved_search_id)
        return search
