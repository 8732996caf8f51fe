"""A person's notifications."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.messaging.api.models import (
    MarkedRead,
    NotificationFilter,
    NotificationOrder,
    NotificationView,
    UnreadCount,
)


class ListNotifications(Protocol):
    """Read a page of one's notifications."""

    async def __call__(
        self, user_id: UUID, wanted: NotificationFilter, order: NotificationOrder, request: PageRequest
    ) -> Page[NotificationView]:
        """Return the page; of two made at the same moment, the later id counts as the newer."""
        ...


class ViewNotification(Protocol):
    """Read one notification."""

    async def __call__(self, user_id: UUID, notification_id: UUID) -> NotificationView:
        """Return it. Raises NotFound."""
        ...


class MarkNotification(Protocol):
    """Say that a notification was read, or is to count as unread again."""

    async def __call__(
        self, user_id: UUID, notification_id: UUID, *, read: bool, expected: NotificationView | None = None
    ) -> NotificationView:
        """Return it as it is now; marking twice keeps the first moment.

        Raises NotFound, or PreconditionFailed when it is not as ``expected``.
        """
        ...


class MarkAllRead(Protocol):
    """Say that everything was read."""

    async def __call__(self, user_id: UUID) -> MarkedRead:
        """Return how many were unread; doing it again changes nothing."""
        ...


class DeleteNotification(Protocol):
    """Throw a notification away."""

    async def __call__(self, user_id: UUID, notification_id: UUID, expected: NotificationView | None = None) -> None:
        """Delete it. Raises NotFound, or PreconditionFailed when it is not as ``expected``."""
        ...


class CountUnread(Protocol):
    """Count what is unread."""

    async def __call__(self, user_id: UUID) -> UnreadCount:
        """Return the count, up to 10,000."""
        ...
