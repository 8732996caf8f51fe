"""Putting the jobs that a run stored into the row of arrivals."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.modules.jobs.api.events import JobsIngested
from careercopilot.modules.jobs.domain.tasks import MATCH_SAVED_SEARCHES
from careercopilot.modules.jobs.ports.arrivals import Arrivals


class NoteArrivals:
    """What is new or open again has arrived; wakes those who hold saved searches against it.

    An event that comes twice, or after a newer one of the same job, changes nothing.
    """

    def __init__(self, arrivals: Arrivals, tasks: TaskQueue, clock: Clock) -> None:
        self._arrivals = arrivals
        self._tasks = tasks
        self._clock = clock

    async def __call__(self, envelopes: Sequence[Envelope[JobsIngested]]) -> None:
        arrived: dict[UUID, datetime] = {}
        for envelope in envelopes:
            for job_id in (*envelope.event.new, *envelope.event.reopened):
                arrived[job_id] = max(envelope.occurred_at, arrived.get(job_id, envelope.occurred_at))
        if arrived and await self._arrivals.note(arrived, self._clock.now()):
            self._tasks.kick(MATCH_SAVED_SEARCHES, envelopes[0].event.aggregate_id)
