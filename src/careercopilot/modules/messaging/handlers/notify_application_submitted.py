"""Telling people that their application was recorded."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.modules.messaging.domain import notices
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.handlers.telling import Telling
from careercopilot.modules.tracking.api.events import ApplicationSubmitted


class NotifyApplicationSubmitted:
    """Tells each event once."""

    def __init__(self, telling: Telling, clock: Clock) -> None:
        self._telling = telling
        self._clock = clock

    async def __call__(self, envelopes: Sequence[Envelope[ApplicationSubmitted]]) -> None:
        await self._telling.tell([self._notice(envelope) for envelope in envelopes])

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
