"""Telling people of jobs that arrived."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.saved_searches import Matching
from careercopilot.modules.jobs.domain.saved_search import SavedSearch
from careercopilot.modules.jobs.handlers.search_looking import Looked, SearchLooking
from careercopilot.modules.jobs.ports.arrivals import Arrivals
from careercopilot.modules.jobs.ports.erasure import Erasure
from careercopilot.modules.jobs.ports.saved_searches import SavedSearchRepository

_AT_ONCE = 25
# Longer than the questions of one group can take, so that nobody asks them a second time meanwhile.
_LEASE = timedelta(minutes=5)


class MatchSavedSearchesHandler:
    """Takes searches in groups under a lease, asks outside of any transaction, and settles each group in one.

    What is found is told in the transaction that moves the search behind it, and only while the lease holds. So a
    run that dies, is overtaken, or meets a change by the search's owner has told nothing, and another run looks again.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        searches: SavedSearchRepository,
        arrivals: Arrivals,
        looking: SearchLooking,
        erasure: Erasure,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._searches = searches
        self._arrivals = arrivals
        self._looking = looking
        self._erasure = erasure
        self._clock = clock

    async def __call__(self) -> Matching:
        run_id, done = new_id(), Matching()
        while True:
            taken, upto = await self._take(run_id)
            if not taken:
                return done
            looked = await self._looking.look(taken, upto, self._clock.now())
            told = await self._settle(run_id, looked)
            done += Matching(looked=len(looked.searches), told=told, failed=len(taken) - len(looked.searches))

    async def _take(self, run_id: UUID) -> tuple[Sequence[SavedSearch], int]:
        now = self._clock.now()
        async with self._unit_of_work as unit_of_work:
            upto = await self._arrivals.newest()
            taken = await self._searches.take_due(run_id, now, now + _LEASE, upto, _AT_ONCE)
            await unit_of_work.commit()
        return taken, upto

    async def _settle(self, run_id: UUID, looked: Looked) -> int:
        async with self._unit_of_work as unit_of_work:
            settled = await self._searches.settle(looked.searches, run_id)
            erased = await self._erasure.erased_among({event.user_id for event in looked.found})
            told = [e for e in looked.found if e.aggregate_id in settled and e.user_id not in erased]
            unit_of_work.publish(*told)
            await unit_of_work.commit()
        return len(told)
