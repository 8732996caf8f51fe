"""Gathering what jobs holds about a person."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.kernel.paging import MAX_LIMIT, PageRequest
from careercopilot.modules.jobs.api.saved_searches import SavedSearchView
from careercopilot.modules.jobs.ports.hidden_jobs import HiddenJobViews
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobViews
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchViews


class CollectPersonalRecordsHandler:
    """Reads what the person keeps, hides and searches for; the catalogue itself is nobody's."""

    def __init__(self, saved_jobs: SavedJobViews, hidden_jobs: HiddenJobViews, searches: SavedSearchViews) -> None:
        self._saved_jobs = saved_jobs
        self._hidden_jobs = hidden_jobs
        self._searches = searches

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        return {
            "saved-jobs": await self._saved_jobs.everything(user_id),
            "hidden-jobs": await self._hidden_jobs.everything(user_id),
            "saved-searches": await self._saved_searches(user_id),
        }

    async def _saved_searches(self, user_id: UUID) -> Sequence[SavedSearchView]:
        found: list[SavedSearchView] = []
        number = 1
        while items := (await self._searches.page(user_id, PageRequest(number, MAX_LIMIT))).items:
            found += items
            number += 1
        return found
