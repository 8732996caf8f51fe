"""Keeping the read model up with what happens to jobs."""

from collections.abc import Collection, Sequence
from uuid import UUID

from careercopilot.kernel.events import Envelope
from careercopilot.kernel.slices import slices
from careercopilot.modules.insights.handlers.arrival_keeping import ArrivalKeeping
from careercopilot.modules.insights.handlers.opening_checks import AT_ONCE
from careercopilot.modules.insights.ports.read_model import ReadModel
from careercopilot.modules.insights.ports.tracked_applications import TrackedApplications
from careercopilot.modules.jobs.api.events import JobsClosed, JobsIngested
from careercopilot.modules.jobs.api.use_cases.openings import CheckOpenings

Told = JobsIngested | JobsClosed
_LOOKED_UP_AT_ONCE = 5_000


class FollowCatalogue:
    """Takes each event as a word that something changed, and asks jobs what holds now.

    So it does not matter which of "closed" and "open again" comes last, nor how often. Only jobs that an
    application points at are asked about.
    """

    def __init__(
        self,
        model: ReadModel,
        applications: TrackedApplications,
        arrivals: ArrivalKeeping,
        check_openings: CheckOpenings,
    ) -> None:
        self._model = model
        self._applications = applications
        self._arrivals = arrivals
        self._check_openings = check_openings

    async def __call__(self, envelopes: Sequence[Envelope[Told]]) -> None:
        await self._model.hold()
        events = [envelope.event for envelope in envelopes]
        await self._check({job_id for event in events for job_id in _changed(event)})
        for boards in slices({event.aggregate_id for event in events}, AT_ONCE):
            await self._arrivals.refresh(boards)
        await self._model.advance(max(envelope.occurred_at for envelope in envelopes))

    async def _check(self, job_ids: Collection[UUID]) -> None:
        for some in slices(job_ids, _LOOKED_UP_AT_ONCE):
            for pointed_at in slices(await self._applications.jobs_among(some), AT_ONCE):
                open_ids = await self._check_openings(pointed_at)
                await self._applications.set_openings({job_id: job_id in open_ids for job_id in pointed_at})


def _changed(event: Told) -> tuple[UUID, ...]:
    """Return the jobs that may have been applied to before: a new one is asked about when an application points at it.

    An updated one had other words, and may have been closed until then.
    """
    return event.job_ids if isinstance(event, JobsClosed) else event.updated + event.reopened
