"""Telling something to everybody."""

from contextlib import suppress
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.signals import LIVE, Signal
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.announcements import NewAnnouncement
from careercopilot.modules.messaging.api.models import NotificationView
from careercopilot.modules.messaging.api.use_cases.announcements import GoOnAnnouncing
from careercopilot.modules.messaging.domain.announcement import Announcement
from careercopilot.modules.messaging.domain.tasks import ANNOUNCE
from careercopilot.modules.messaging.ports.announcements import Announcements
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository

_BATCHES_IN_THE_WAKE = 3


class AnnounceHandler:
    """Keeps the announcement and the author's copy, then tells the first people; a worker goes on with the rest."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        announcements: Announcements,
        notifications: NotificationRepository,
        queue: TaskQueue,
        go_on: GoOnAnnouncing,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._announcements = announcements
        self._notifications = notifications
        self._queue = queue
        self._go_on = go_on
        self._clock = clock

    async def __call__(self, author_id: UUID, announcement: NewAnnouncement) -> NotificationView:
        made = Announcement.make(author_id, announcement, self._clock.now())
        copy = made.notice_for(author_id)
        async with self._unit_of_work as uow:
            await self._announcements.add(made)
            await self._notifications.add_new([copy])
            uow.signal(Signal(LIVE, str(author_id)))
            self._queue.kick(ANNOUNCE, made.id)
            await uow.commit()
        with suppress(Unavailable):  # it is kept, and a worker goes on
            for _ in range(_BATCHES_IN_THE_WAKE):
                if not await self._go_on():
                    break
        return copy.view()
