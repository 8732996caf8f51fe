"""Telling people something, by the channels that each of them wants."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.kernel.signals import LIVE, Signal
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.preferences import Channel
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.domain.preferences import Preferences
from careercopilot.modules.messaging.handlers.mail_queueing import MailQueueing
from careercopilot.modules.messaging.ports.erasure import Erasure
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.messaging.ports.preferences import PreferencesRepository

EVERYBODY = Signal(LIVE)
"""Wakes every live channel: one signal instead of one for each of a crowd."""


class Telling:
    """Works in the open unit of work; telling the same again changes nothing, and nobody erased is told."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        notifications: NotificationRepository,
        preferences: PreferencesRepository,
        erasure: Erasure,
        queueing: MailQueueing,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._notifications = notifications
        self._preferences = preferences
        self._erasure = erasure
        self._queueing = queueing

    async def tell(self, notices: Sequence[Notification]) -> None:
        """Tell each person and wake their live channels."""
        stored = await self._tell(notices)
        self._unit_of_work.signal(*(Signal(LIVE, str(notice.user_id)) for notice in stored))

    async def tell_crowd(self, notices: Sequence[Notification]) -> None:
        """Tell many people and wake all live channels at once."""
        if await self._tell(notices):
            self._unit_of_work.signal(EVERYBODY)

    async def _tell(self, notices: Sequence[Notification]) -> Sequence[Notification]:
        people = {notice.user_id for notice in notices}
        erased = await self._erasure.erased_among(people)
        wishes = await self._preferences.among(people - erased)
        wanted = [notice for notice in notices if notice.user_id in wishes]
        await self._queueing.queue(_by(Channel.EMAIL, wanted, wishes), wishes)
        return await self._notifications.add_new(_by(Channel.IN_APP, wanted, wishes))


def _by(
    channel: Channel, notices: Sequence[Notification], wishes: Mapping[UUID, Preferences]
) -> Sequence[Notification]:
    return [notice for notice in notices if wishes[notice.user_id].wants(notice.type, channel)]
