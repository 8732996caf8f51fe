"""Jobs that arrived, in memory."""

from collections.abc import Collection, MutableMapping, Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.insights.tables import ARRIVALS
from careercopilot.modules.insights.ports.arrivals import ArrivedJobs


class MemoryArrivals:
    """A row for each run that found new jobs."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def clear(self, before: datetime, board_ids: Collection[UUID] | None) -> None:
        rows = list(self._rows.values())
        for row in rows:
            if board_ids is None or row.board_id in board_ids or row.at < before:
                del self._rows[row.run_id]

    async def add(self, arrivals: Sequence[ArrivedJobs]) -> None:
        for one in arrivals:
            self._rows[one.run_id] = one

    @property
    def _rows(self) -> MutableMapping[UUID, ArrivedJobs]:
        return self._session.table(ARRIVALS)
