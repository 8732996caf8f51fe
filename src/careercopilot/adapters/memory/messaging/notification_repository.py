"""Notifications in memory, for writing."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.messaging.rows import MAILBOX, NOTIFICATION, NotificationRow
from careercopilot.modules.messaging.domain.notification import Notification


class MemoryNotificationRepository:
    """Rows with a position from their person's mailbox; there is one transaction at a time."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _rows(self) -> MemoryTable[UUID, NotificationRow]:
        return self._session.table(NOTIFICATION)

    async def add_new(self, notifications: Sequence[Notification]) -> Sequence[Notification]:
        known = {(row.user_id, row.notification.source_event_id) for row in self._rows.values()}
        mailboxes = self._session.table(MAILBOX)
        stored = []
        for notification in notifications:
            source = (notification.user_id, notification.source_event_id)
            if notification.source_event_id is not None and source in known:
                continue
            known.add(source)
            position = mailboxes.get(notification.user_id, 0) + 1
            mailboxes[notification.user_id] = position
            self._rows[notification.id] = NotificationRow(copy(notification), position)
            stored.append(notification)
        return stored

    async def find(self, user_id: UUID, notification_id: UUID) -> Notification | None:
        row = self._rows.get(notification_id)
        return None if row is None or row.user_id != user_id else copy(row.notification)

    async def save(self, notification: Notification) -> None:
        row = self._rows[notification.id]
        self._rows[notification.id] = replace(row, notification=copy(notification))

    async def remove(self, notification: Notification) -> None:
        del self._rows[notification.id]

    async def mark_all_read(self, user_id: UUID, at: datetime) -> int:
        unread = [r for r in self._rows.values() if r.user_id == user_id and r.notification.read_at is None]
        for row in unread:
            self._rows[row.notification.id] = replace(row, notification=replace(row.notification, read_at=at))
        return len(unread)
