"""Saying that everything was read."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import MarkedRead
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository


class MarkAllReadHandler:
    """Marks all of a person's unread notifications at once."""

    def __init__(self, unit_of_work: UnitOfWork, notifications: NotificationRepository, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._notifications = notifications
        self._clock = clock

    async def __call__(self, user_id: UUID) -> MarkedRead:
        async with self._unit_of_work as uow:
            updated = await self._notifications.mark_all_read(user_id, self._clock.now())
            await uow.commit()
        return MarkedRead(updated)
