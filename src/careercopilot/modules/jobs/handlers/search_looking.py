"""Holding saved searches against what arrived."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from careercopilot.kernel.errors import Unavailable
from careercopilot.modules.jobs.api.events import SavedSearchMatched
from careercopilot.modules.jobs.domain.alert_times import is_scheduled, next_due
from careercopilot.modules.jobs.domain.saved_search import SavedSearch
from careercopilot.modules.jobs.handlers.alert_timing import AlertTiming
from careercopilot.modules.jobs.ports.arrivals import ArrivalViews


@dataclass(frozen=True)
class Looked:
    """The searches that have looked, and what is to be told of some of them."""

    searches: list[SavedSearch] = field(default_factory=list)
    found: list[SavedSearchMatched] = field(default_factory=list)


class SearchLooking:
    """Asks one question per search, and none when nothing arrived."""

    def __init__(self, arrivals: ArrivalViews, timing: AlertTiming) -> None:
        self._arrivals = arrivals
        self._timing = timing

    async def look(self, searches: Sequence[SavedSearch], upto: int, now: datetime) -> Looked:
        """Let them look at the arrivals up to here.

        Left out are those whose question takes too long, and those of people who are there no more.
        """
        timezones = await self._timing.timezones({s.user_id for s in searches if is_scheduled(s.frequency)})
        looked = Looked()
        for search in searches:
            timezone = timezones.get(search.user_id)
            if timezone is None and is_scheduled(search.frequency):
                continue
            try:
                event = await self._one(search, upto, next_due(search.frequency, timezone or "UTC", now), now)
            except Unavailable:
                continue  # it is tried again when its lease is over; the others need not wait for it
            looked.searches.append(search)
            if event is not None:
                looked.found.append(event)
        return looked

    async def _one(
        self, search: SavedSearch, upto: int, due_at: datetime | None, now: datetime
    ) -> SavedSearchMatched | None:
        if upto <= search.seen:
            search.look(upto, due_at, now, found=False)
            return None
        matched = await self._arrivals.matching(search.user_id, search.filters, search.seen, upto)
        search.look(upto, due_at, now, found=matched.total > 0)
        if not matched.total:
            return None
        return SavedSearchMatched(
            aggregate_id=search.id,
            aggregate_version=search.version,
            user_id=search.user_id,
            name=search.name,
            frequency=search.frequency.value,
            job_ids=matched.job_ids,
            total=matched.total,
        )
