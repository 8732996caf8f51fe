"""Keeping a search."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.saved_searches import NewSavedSearch, SavedSearchView
from careercopilot.modules.jobs.domain.saved_search import SavedSearch, read_name
from careercopilot.modules.jobs.domain.search_filters import name_of, read_search_filters
from careercopilot.modules.jobs.handlers.alert_timing import AlertTiming
from careercopilot.modules.jobs.ports.arrivals import Arrivals
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchRepository


class SaveSearchHandler:
    """A new search begins behind the newest arrival: what was there before is in the list already."""

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

    async def __call__(self, user_id: UUID, new: NewSavedSearch) -> SavedSearchView:
        now = self._clock.now()
        filters = read_search_filters(new.filters, self._readers.names)
        search = SavedSearch(
            id=new_id(),
            user_id=user_id,
            name=name_of(filters) if new.name is None else read_name(new.name),
            filters=filters,
            frequency=new.frequency,
            seen=0,
            due_at=await self._timing.next_due(user_id, new.frequency, now),
            last_matched_at=None,
            version=1,
            created_at=now,
            updated_at=now,
        )
        async with self._unit_of_work as unit_of_work:
            search.seen = await self._arrivals.newest()
            await self._searches.add(search)
            await unit_of_work.commit()
        return search.view()
