"""What is past its time, in memory."""

from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.messaging.rows import EMAIL_DELIVERY, NOTIFICATION


class MemoryOldMessages:
    """Looks at every row."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def forget_notifications(self, read_and_made_before: datetime, limit: int) -> int:
        rows = [(row.notification.created_at, key, row) for key, row in self._session.table(NOTIFICATION).items()]
        old = [
            (made, key)
            for made, key, row in rows
            if row.notification.read_at is not None and made < read_and_made_before
        ]
        return self._forget(NOTIFICATION, old, limit)

    async def forget_deliveries(self, settled_before: datetime, limit: int) -> int:
        rows = [(row.settled_at, key) for key, row in self._session.table(EMAIL_DELIVERY).items()]
        return self._forget(EMAIL_DELIVERY, [(at, key) for at, key in rows if at and at < settled_before], limit)

    def _forget(self, table: str, old: list[tuple[datetime, UUID]], limit: int) -> int:
        oldest = sorted(old)[:limit]
        for _, key in oldest:
            del self._session.table(table)[key]
        return len(oldest)
