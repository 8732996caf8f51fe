"""Go on reading a live feed."""

from uuid import UUID

from careercopilot.modules.messaging.api.models import FeedBatch
from careercopilot.modules.messaging.ports.notification_views import NotificationViews


class ReadNotificationsAfterHandler:
    """Reads the next batch from the views."""

    def __init__(self, notifications: NotificationViews) -> None:
        self._notifications = notifications

    async def __call__(self, user_id: UUID, position: int, limit: int) -> FeedBatch:
        return await self._notifications.after(user_id, position, limit)
