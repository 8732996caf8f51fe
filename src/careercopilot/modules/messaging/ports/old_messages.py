"""What is past its time."""

from datetime import datetime
from typing import Protocol


class OldMessages(Protocol):
    """Deletes in batches, in the open unit of work; rows that somebody is busy with are left for the next time."""

    async def forget_notifications(self, read_and_made_before: datetime, limit: int) -> int:
        """Delete notifications that were read, the oldest first; return how many."""
        ...

    async def forget_deliveries(self, settled_before: datetime, limit: int) -> int:
        """Delete e-mails that were sent or given up; return how many."""
        ...
