"""Notifications on PostgreSQL, for writing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.messaging.tables import mailbox
from careercopilot.adapters.postgres.messaging.tables import notification as t
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.domain.notification import Notification


class PostgresNotificationRepository:
    """Rows with a position from their person's mailbox, whose row lock keeps commits in order."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add_new(self, notifications: Sequence[Notification]) -> Sequence[Notification]:
        if not notifications:
            return []
        next_position = await self._reserve(Counter(n.user_id for n in notifications))
        rows = []
        for notification in notifications:
            rows.append(_row(notification, next_position[notification.user_id]))
            next_position[notification.user_id] += 1
        stored = set((await self._session.connection.execute(_ADD, rows)).scalars())
        return [n for n in notifications if n.id in stored]

    async def _reserve(self, wanted: Counter[UUID]) -> dict[UUID, int]:
        """Lock the mailboxes and return the first of the positions that each was asked for."""
        # Sorted, so that transactions with several people in common wait for each other instead of deadlocking.
        rows = [{"user_id": user_id, "last_position": wanted[user_id]} for user_id in sorted(wanted)]
        reserved = await self._session.connection.execute(_RESERVE, rows)
        return {user_id: last_position - wanted[user_id] + 1 for user_id, last_position in reserved}

    async def find(self, user_id: UUID, notification_id: UUID) -> Notification | None:
        found = await self._session.connection.execute(_FIND, {"user_id": user_id, "id": notification_id})
        row = found.one_or_none()
        return None if row is None else _notification(row)

    async def save(self, notification: Notification) -> None:
        await self._session.connection.execute(_SAVE, {"saved_id": notification.id, "read_at": notification.read_at})

    async def remove(self, notification: Notification) -> None:
        await self._session.connection.execute(_REMOVE, {"removed_id": notification.id})

    async def mark_all_read(self, user_id: UUID, at: datetime) -> int:
        marked = await self._session.connection.execute(_MARK_ALL, {"owner_id": user_id, "at": at})
        return marked.rowcount


def _row(notification: Notification, position: int) -> dict[str, object]:
    return {
        "id": notification.id,
        "user_id": notification.user_id,
        "position": position,
        "source_event_id": notification.source_event_id,
        "type": notification.type,
        "priority": notification.priority,
        "title": notification.title,
        "body": notification.body,
        "data": notification.data,
        "action_url": notification.action_url,
        "read_at": notification.read_at,
        "created_at": notification.created_at,
    }


def _notification(row: Row[*tuple[Any, ...]]) -> Notification:
    return Notification(
        id=row.id,
        user_id=row.user_id,
        type=NotificationType(row.type),
        priority=Priority(row.priority),
        title=row.title,
        body=row.body,
        data=row.data,
        action_url=row.action_url,
        created_at=row.created_at,
        source_event_id=row.source_event_id,
        read_at=row.read_at,
    )


_upsert = insert(mailbox)
_RESERVE = _upsert.on_conflict_do_update(
    index_elements=[mailbox.c.user_id],
    set_={"last_position": mailbox.c.last_position + _upsert.excluded.last_position},
).returning(mailbox.c.user_id, mailbox.c.last_position)

_ADD = insert(t).on_conflict_do_nothing(index_elements=[t.c.user_id, t.c.source_event_id]).returning(t.c.id)
_FIND = select(t).where(t.c.user_id == bindparam("user_id"), t.c.id == bindparam("id")).with_for_update()
_SAVE = update(t).where(t.c.id == bindparam("saved_id")).values(read_at=bindparam("read_at"))
_REMOVE = delete(t).where(t.c.id == bindparam("removed_id"))
_MARK_ALL = update(t).where(t.c.user_id == bindparam("owner_id"), t.c.read_at.is_(None)).values(read_at=bindparam("at"))
