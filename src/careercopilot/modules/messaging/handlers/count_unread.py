"""Counting what is unread."""

from uuid import UUID

from careercopilot.kernel.paging import COUNT_CAP
from careercopilot.modules.messaging.api.models import UnreadCount
from careercopilot.modules.messaging.ports.notification_views import NotificationViews


class CountUnreadHandler:
    """Counts in the views."""

    def __init__(self, notifications: NotificationViews) -> None:
        self._notifications = notifications

    async def __call__(self, user_id: UUID) -> UnreadCount:
        return UnreadCount(await self._notifications.count_unread(user_id, COUNT_CAP))
