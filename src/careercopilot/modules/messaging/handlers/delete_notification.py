"""Throwing a notification away."""

from uuid import UUID

from careercopilot.kernel.errors import NotFound
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import NotificationView
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository


class DeleteNotificationHandler:
    """Removes the row; its position stays used, so no feed is disturbed."""

    def __init__(self, unit_of_work: UnitOfWork, notifications: NotificationRepository) -> None:
        self._unit_of_work = unit_of_work
        self._notifications = notifications

    async def __call__(self, user_id: UUID, notification_id: UUID, expected: NotificationView | None = None) -> None:
        async with self._unit_of_work as uow:
            notification = await self._notifications.find(user_id, notification_id)
            if notification is None:
                raise NotFound("notification", notification_id)
            notification.demand(expected)
            await self._notifications.remove(notification)
            await uow.commit()
