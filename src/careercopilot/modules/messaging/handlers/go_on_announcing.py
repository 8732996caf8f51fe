"""Telling an announcement to those who were not told yet."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.use_cases.recipients import WalkThroughUsers
from careercopilot.modules.messaging.domain.announcement import AT_ONCE
from careercopilot.modules.messaging.handlers.telling import Telling
from careercopilot.modules.messaging.ports.announcements import Announcements


class GoOnAnnouncingHandler:
    """Tells a batch of people and notes how far it came, all in one transaction: a crash repeats or skips nobody.

    The row's lock is the lease, so whoever dies gives it back at once.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        announcements: Announcements,
        walk_through_users: WalkThroughUsers,
        telling: Telling,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._announcements = announcements
        self._walk_through_users = walk_through_users
        self._telling = telling
        self._clock = clock

    async def __call__(self) -> bool:
        async with self._unit_of_work as uow:
            announcement = await self._announcements.next_untold()
            if announcement is None:
                return False
            people = await self._walk_through_users(announcement.told_up_to, announcement.created_at, AT_ONCE)
            await self._telling.tell_crowd([announcement.notice_for(user_id) for user_id in people])
            announcement.told(people, self._clock.now())
            await self._announcements.save(announcement)
            await uow.commit()
        return True
