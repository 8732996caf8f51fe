"""Tell people that their application was recorded."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.signals import LIVE, Signal
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.domain import notices
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.tracking.api.events import ApplicationSubmitted


class NotifyApplicationSubmitted:
    """Stores one notification per event and wakes the live channels of those who got one."""

    def __init__(self, unit_of_work: UnitOfWork, notifications: NotificationRepository, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._notifications = notifications
        self._clock = clock

    async def __call__(self, envelopes: Sequence[Envelope[ApplicationSubmitted]]) -> None:
        stored = await self._notifications.add_new([self._notice(envelope) for envelope in envelopes])
        self._unit_of_work.signal(*(Signal(LIVE, str(notification.user_id)) for notification in stored))

    def _notice(self, envelope: Envelope[ApplicationSubmitted]) -> Notification:
        event = envelope.event
        return notices.application_submitted(
            user_id=event.user_id,
            event_id=envelope.event_id,
            application_id=event.aggregate_id,
            job_id=event.job_id,
            title=event.title,
            company=event.company,
            applied_at=event.applied_at,
            now=self._clock.now(),
        )
