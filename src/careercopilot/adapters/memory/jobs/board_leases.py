"""Renewing leases, in memory."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import BOARDS


class MemoryBoardLeases:
    """In a transaction of its own."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database

    async def renew(self, board_id: UUID, run_id: UUID, until: datetime) -> bool:
        async with self._database.writing:
            rows = self._database.table(BOARDS)
            row = rows.get(board_id)
            if row is None or row.lease_owner != run_id:
                return False
            rows[board_id] = replace(row, lease_until=until)
            return True
