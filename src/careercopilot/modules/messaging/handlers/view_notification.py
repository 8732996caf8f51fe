"""Reading one notification."""

from uuid import UUID

from careercopilot.kernel.errors import NotFound
from careercopilot.modules.messaging.api.models import NotificationView
from careercopilot.modules.messaging.ports.notification_views import NotificationViews


class ViewNotificationHandler:
    """Reads it from the views."""

    def __init__(self, notifications: NotificationViews) -> None:
        self._notifications = notifications

    async def __call__(self, user_id: UUID, notification_id: UUID) -> NotificationView:
        found = await self._notifications.find(user_id, notification_id)
        if found is None:
            raise NotFound("notification", notification_id)
        return found
