"""Saying that a notification was read, or is to count as unread again."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import NotFound
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import NotificationView
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository


class MarkNotificationHandler:
    """Marks the one notification, under its lock."""

    def __init__(self, unit_of_work: UnitOfWork, notifications: NotificationRepository, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._notifications = notifications
        self._clock = clock

    async def __call__(
        self, user_id: UUID, notification_id: UUID, *, read: bool, expected: NotificationView | None = None
    ) -> NotificationView:
        async with self._unit_of_work as uow:
            notification = await self._notifications.find(user_id, notification_id)
            if notification is None:
                raise NotFound("notification", notification_id)
            notification.demand(expected)
            notification.mark(read=read, at=self._clock.now())
            await self._notifications.save(notification)
            await uow.commit()
        return notification.view()
