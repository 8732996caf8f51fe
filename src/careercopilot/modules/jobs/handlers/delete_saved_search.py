"""Deleting a saved search."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import SavedSearchNotFound
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchRepository


class DeleteSavedSearchHandler:
    """Deletes the version that the caller knows."""

    def __init__(self, unit_of_work: UnitOfWork, searches: SavedSearchRepository) -> None:
        self._unit_of_work = unit_of_work
        self._searches = searches

    async def __call__(self, user_id: UUID, saved_search_id: UUID, expected_version: int | None = None) -> None:
        async with self._unit_of_work as unit_of_work:
            search = await self._searches.find(user_id, saved_search_id)
            if search is None:
                raise SavedSearchNotFound(saved_search_id)
            search.expect(expected_version)
            await self._searches.remove(search)
            await unit_of_work.commit()
