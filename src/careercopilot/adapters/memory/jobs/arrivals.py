"""The row of arrivals, for writing, in memory."""

from collections.abc import Mapping, MutableMapping
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.jobs.rows import ARRIVALS, POSITIONS, SAVED_SEARCHES, ArrivalRow, SavedSearchRow
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency


class MemoryArrivals:
    """One transaction at a time keeps positions in order."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def note(self, arrived: Mapping[UUID, datetime], now: datetime) -> int:
        rows, positions = self._rows, self._session.table(POSITIONS)
        later = {job_id: at for job_id, at in arrived.items() if job_id not in rows or rows[job_id].arrived_at < at}
        for position, (job_id, at) in enumerate(later.items(), positions.get(None, 0) + 1):
            rows[job_id] = ArrivalRow(job_id=job_id, position=position, arrived_at=at, noted_at=now)
            positions[None] = position
        return len(later)

    async def newest(self) -> int:
        return max((row.position for row in self._rows.values()), default=0)

    async def forget_before(self, moment: datetime, limit: int) -> int:
        searches: list[SavedSearchRow] = list(self._session.table(SAVED_SEARCHES).values())
        waiting = [search.seen for search in searches if search.frequency is not AlertFrequency.NEVER]
        seen_by_all = min(waiting, default=None)
        past = [
            row.job_id
            for row in sorted(self._rows.values(), key=lambda row: row.noted_at)
            if row.noted_at < moment and (seen_by_all is None or row.position <= seen_by_all)
        ][:limit]
        for job_id in past:
            del self._rows[job_id]
        return len(past)

    @property
    def _rows(self) -> MutableMapping[UUID, ArrivalRow]:
        return self._session.table(ARRIVALS)
