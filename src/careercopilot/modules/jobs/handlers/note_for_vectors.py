"""Noting which jobs the vector store has to hear of."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.modules.jobs.api.events import JobsClosed, JobsIngested
from careercopilot.modules.jobs.domain.tasks import INDEX_VECTORS
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog


class VectorNoting:
    """Puts jobs on the backlog and wakes a worker. What becomes of them is read when they are worked off."""

    def __init__(self, backlog: VectorBacklog, tasks: TaskQueue, clock: Clock) -> None:
        self._backlog = backlog
        self._tasks = tasks
        self._clock = clock

    async def note(self, job_ids: Sequence[UUID]) -> None:
        """Note jobs whose words or openness changed."""
        wanted = tuple(dict.fromkeys(job_ids))
        if wanted:
            await self._backlog.want(wanted, self._clock.now())
            self._tasks.kick(INDEX_VECTORS, wanted[0])


class NoteIngestedForVectors:
    """Subscribes to what came in."""

    def __init__(self, noting: VectorNoting) -> None:
        self._noting = noting

    async def __call__(self, envelopes: Sequence[Envelope[JobsIngested]]) -> None:
        told = [envelope.event for envelope in envelopes]
        await self._noting.note([job_id for event in told for job_id in event.new + event.updated + event.reopened])


class NoteClosedForVectors:
    """Subscribes to what closed."""

    def __init__(self, noting: VectorNoting) -> None:
        self._noting = noting

    async def __call__(self, envelopes: Sequence[Envelope[JobsClosed]]) -> None:
        await self._noting.note([job_id for envelope in envelopes for job_id in envelope.event.job_ids])
