"""Reading a page of one's notifications."""

from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.messaging.api.models import NotificationFilter, NotificationOrder, NotificationView
from careercopilot.modules.messaging.ports.notification_views import NotificationViews


class ListNotificationsHandler:
    """Reads the page from the views."""

    def __init__(self, notifications: NotificationViews) -> None:
        self._notifications = notifications

    async def __call__(
        self, user_id: UUID, wanted: NotificationFilter, order: NotificationOrder, request: PageRequest
    ) -> Page[NotificationView]:
        return await self._notifications.page(user_id, wanted, order, request)
