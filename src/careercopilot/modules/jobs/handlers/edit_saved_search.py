"""Changing a saved search."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import SavedSearchNotFound
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency, SavedSearchChanges, SavedSearchView
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.saved_search import SavedSearch, read_name
from careercopilot.modules.jobs.domain.search_filters import changed_query, read_search_filters
from careercopilot.modules.jobs.handlers.alert_timing import AlertTiming
from careercopilot.modules.jobs.ports.arrivals import Arrivals
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchRepository


class EditSavedSearchHandler:
    """Stores a new version when something is different."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        searches: SavedSearchRepository,
        arrivals: Arrivals,
        timing: AlertTiming,
        readers: BoardReaders,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._searches = searches
        self._arrivals = arrivals
        self._timing = timing
        self._readers = readers
        self._clock = clock

    async def __call__(
        self, user_id: UUID, saved_search_id: UUID, changes: SavedSearchChanges, expected_version: int | None = None
    ) -> SavedSearchView:
        now, asked = self._clock.now(), changes.frequency
        due_at = None if asked is None else await self._timing.next_due(user_id, asked, now)
        async with self._unit_of_work as unit_of_work:
            search = await self._searches.find(user_id, saved_search_id)
            if search is None:
                raise SavedSearchNotFound(saved_search_id)
            search.expect(expected_version)
            before = search.frequency
            name = search.name if changes.name is None else read_name(changes.name)
            if search.edit(name, self._filters(search, changes), asked or before, now):
                if search.frequency is not before:
                    search.due_at = due_at
                if before is AlertFrequency.NEVER is not search.frequency:
                    search.seen = await self._arrivals.newest()
                await self._searches.replace(search)
                await unit_of_work.commit()
        return search.view()

    def _filters(self, search: SavedSearch, changes: SavedSearchChanges) -> JobFilters:
        if not changes.filters:
            return search.filters
        # A source that it names may have been switched off since; nobody has to take it out to change another filter.
        sources = (*self._readers.names, *search.filters.source)
        return read_search_filters(changed_query(search.filters, changes.filters), sources)
