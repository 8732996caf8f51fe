"""Notifications, for writing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.domain.notification import Notification


class NotificationRepository(Protocol):
    """The notifications of the open unit of work."""

    async def add_new(self, notifications: Sequence[Notification]) -> Sequence[Notification]:
        """Store those whose source event is new to their person, and return just these.

        Each gets the next position of its person's mailbox, in the order given. Positions of one person become
        visible in ascending order, however many transactions overlap: the mailbox is locked until the commit.
        """
        ...

    async def find(self, user_id: UUID, notification_id: UUID) -> Notification | None:
        """Return it, locked until the end of the unit of work."""
        ...

    async def save(self, notification: Notification) -> None:
        """Keep what changed about a notification that was found here."""
        ...

    async def remove(self, notification: Notification) -> None:
        """Delete a notification that was found here; its position stays used."""
        ...

    async def mark_all_read(self, user_id: UUID, at: datetime) -> int:
        """Count every unread one as read since ``at``; return how many there were."""
        ...
