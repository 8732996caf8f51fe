"""Searches held against the row of arrivals, in memory."""

from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.job_views import MemoryJobViews
from careercopilot.adapters.memory.jobs.rows import ARRIVALS, JOBS, ArrivalRow
from careercopilot.modules.jobs.api.events import SavedSearchMatched
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.job_order import NEWEST_FIRST
from careercopilot.modules.jobs.ports.arrivals import Matched
from careercopilot.modules.jobs.ports.job_views import Window


class MemoryArrivalViews:
    """Asks for the list and keeps what arrived."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database
        self._jobs = MemoryJobViews(database)

    async def matching(self, user_id: UUID, filters: JobFilters, after: int, upto: int) -> Matched:
        rows: list[ArrivalRow] = list(self._database.table(ARRIVALS).values())
        arrived = {row.job_id for row in rows if after < row.position <= upto}
        everything = Window(max(1, len(self._database.table(JOBS))))
        listed = await self._jobs.search(user_id, filters, NEWEST_FIRST, everything)
        found = [card.id for card in listed.cards if card.id in arrived]
        return Matched(tuple(found[: SavedSearchMatched.MOST_NAMED]), min(len(found), SavedSearchMatched.MOST_COUNTED))
