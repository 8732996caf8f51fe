"""Going on reading live feeds."""

from collections.abc import Sequence

from careercopilot.modules.messaging.api.models import FeedBatch, FeedPlace
from careercopilot.modules.messaging.ports.notification_views import NotificationViews


class ReadNotificationsAfterHandler:
    """Reads the next batches from the views."""

    def __init__(self, notifications: NotificationViews) -> None:
        self._notifications = notifications

    async def __call__(self, places: Sequence[FeedPlace], limit: int) -> Sequence[FeedBatch]:
        return await self._notifications.after(places, limit) if places else ()
