"""A notification: something a person is told once, and reads or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.messaging.api.models import NotificationType, NotificationView, Priority


@dataclass
class Notification:
    """Told to one person; at most one per ``source_event_id``."""

    id: UUID
    user_id: UUID
    type: NotificationType
    priority: Priority
    title: str
    body: str
    data: Mapping[str, object]
    action_url: str | None
    created_at: datetime
    source_event_id: UUID | None = None
    read_at: datetime | None = None

    def mark(self, *, read: bool, at: datetime) -> None:
        """Count as read since ``at``, unless it was read before; or as unread again."""
        if not read:
            self.read_at = None
        elif self.read_at is None:
            self.read_at = at

    def demand(self, expected: NotificationView | None) -> None:
        """Raise PreconditionFailed unless this is as its owner saw it; None expects nothing."""
        if expected is not None and expected != self.view():
            raise PreconditionFailed

    def view(self) -> NotificationView:
        """Return what its owner sees."""
        return NotificationView(
            id=self.id,
            type=self.type,
            priority=self.priority,
            title=self.title,
            body=self.body,
            data=self.data,
            action_url=self.action_url,
            read_at=self.read_at,
            created_at=self.created_at,
        )
