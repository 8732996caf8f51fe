"""The read model as a whole, in memory."""

from datetime import datetime

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.insights.tables import PROGRESS


class MemoryReadModel:
    """There is one transaction at a time, so an open one holds everything."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def hold(self) -> None:
        self._session.table(PROGRESS)

    async def advance(self, to: datetime) -> None:
        rows = self._session.table(PROGRESS)
        rows[True] = max(to, rows.get(True, to))
