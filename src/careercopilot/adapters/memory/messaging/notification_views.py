"""Notifications in memory, for reading."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.messaging.rows import MAILBOX, NOTIFICATION, NotificationRow
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.messaging.api.models import (
    FeedBatch,
    FeedPlace,
    NotificationFilter,
    NotificationOrder,
    NotificationView,
)
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.domain.replay import Landmarks


class MemoryNotificationViews:
    """Reads committed rows, always by the person they belong to."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._rows: dict[UUID, NotificationRow] = database.table(NOTIFICATION)
        self._mailboxes: dict[UUID, int] = database.table(MAILBOX)

    async def page(
        self, user_id: UUID, wanted: NotificationFilter, order: NotificationOrder, request: PageRequest
    ) -> Page[NotificationView]:
        found = [row.notification for row in self._of(user_id) if _fits(row.notification, wanted)]
        found.sort(key=lambda n: (n.created_at, n.id), reverse=order is NotificationOrder.NEWEST_FIRST)
        items = tuple(n.view() for n in found[request.offset : request.offset + request.limit])
        return Page(items, request, *capped(len(found)))

    async def find(self, user_id: UUID, notification_id: UUID) -> NotificationView | None:
        row = self._rows.get(notification_id)
        return None if row is None or row.user_id != user_id else row.notification.view()

    async def count_unread(self, user_id: UUID, cap: int) -> int:
        return min(cap, sum(1 for row in self._of(user_id) if row.notification.read_at is None))

    async def after(self, places: Sequence[FeedPlace], limit: int) -> Sequence[FeedBatch]:
        return [self._after(place, limit) for place in places]

    def _after(self, place: FeedPlace, limit: int) -> FeedBatch:
        rows = [row for row in self._of(place.user_id) if row.position > place.position][:limit]
        return FeedBatch(tuple(r.notification.view() for r in rows), rows[-1].position if rows else place.position)

    async def landmarks(self, user_id: UUID, seen: UUID | None, recent_since: datetime) -> Landmarks:
        rows = self._of(user_id)
        known = [row.position for row in rows if row.notification.id == seen]
        unread = [
            r.position for r in rows if r.notification.read_at is None and r.notification.created_at >= recent_since
        ]
        return Landmarks(self._mailboxes.get(user_id, 0), next(iter(known), None), next(iter(unread), None))

    async def newest_id_up_to(self, user_id: UUID, position: int) -> UUID | None:
        ids = [row.notification.id for row in self._of(user_id) if row.position <= position]
        return ids[-1] if ids else None

    def _of(self, user_id: UUID) -> list[NotificationRow]:
        return sorted((row for row in self._rows.values() if row.user_id == user_id), key=lambda row: row.position)


def _fits(notification: Notification, wanted: NotificationFilter) -> bool:
    return (
        wanted.read in (None, notification.read_at is not None)
        and wanted.type in (None, notification.type)
        and wanted.priority in (None, notification.priority)
    )
