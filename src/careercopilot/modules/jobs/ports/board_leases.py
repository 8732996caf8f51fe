"""Keeping a lease while a board is read."""

from datetime import datetime
from typing import Protocol
from uuid import UUID


class BoardLeases(Protocol):
    """Renews leases, each time in a transaction of its own, beside the scope's unit of work."""

    async def renew(self, board_id: UUID, run_id: UUID, until: datetime) -> bool:
        """Prolong the run's lease; return False when the run does not have it any more."""
        ...
