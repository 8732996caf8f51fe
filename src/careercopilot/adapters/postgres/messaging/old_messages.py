"""What is past its time, on PostgreSQL."""

from datetime import datetime

from sqlalchemy import Delete, Table, bindparam, delete, select

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.messaging.tables import email_delivery, notification


class PostgresOldMessages:
    """Deletes by the indexes that were made for it."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def forget_notifications(self, read_and_made_before: datetime, limit: int) -> int:
        return await self._forget(_NOTIFICATIONS, read_and_made_before, limit)

    async def forget_deliveries(self, settled_before: datetime, limit: int) -> int:
        return await self._forget(_DELIVERIES, settled_before, limit)

    async def _forget(self, statement: Delete, before: datetime, limit: int) -> int:
        gone = await self._session.connection.execute(statement, {"before": before, "limit": limit})
        return gone.rowcount


def _oldest(table: Table, moment: str, marked: str) -> Delete:
    old = (
        select(table.c.id)
        .where(table.c[marked].is_not(None), table.c[moment] < bindparam("before"))
        .order_by(table.c[moment])
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True)
    )
    return delete(table).where(table.c.id.in_(old))


_NOTIFICATIONS = _oldest(notification, "created_at", "read_at")
_DELIVERIES = _oldest(email_delivery, "settled_at", "settled_at")
