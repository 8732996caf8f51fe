"""Telling people that jobs arrived which their saved searches find."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.modules.jobs.api.events import SavedSearchMatched
from careercopilot.modules.jobs.api.use_cases.jobs import FindJobs
from careercopilot.modules.messaging.domain import notices
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.handlers.telling import Telling


class NotifySavedSearchMatched:
    """Tells each event once, with the names of the newest jobs that the person may still see."""

    def __init__(self, telling: Telling, find_jobs: FindJobs, clock: Clock) -> None:
        self._telling = telling
        self._find_jobs = find_jobs
        self._clock = clock

    async def __call__(self, envelopes: Sequence[Envelope[SavedSearchMatched]]) -> None:
        await self._telling.tell([await self._notice(envelope) for envelope in envelopes])

    async def _notice(self, envelope: Envelope[SavedSearchMatched]) -> Notification:
        event = envelope.event
        newest = event.job_ids[: notices.MOST_NAMED]
        found = await self._find_jobs(event.user_id, newest)
        return notices.saved_search_matched(
            user_id=event.user_id,
            event_id=envelope.event_id,
            saved_search_id=event.aggregate_id,
            name=event.name,
            jobs=[(found[job_id].title, found[job_id].company) for job_id in newest if job_id in found],
            job_ids=event.job_ids,
            total=event.total,
            now=self._clock.now(),
        )
