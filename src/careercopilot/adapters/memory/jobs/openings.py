"""Whether jobs are open, and how many arrived, in memory."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import JOBS, SOURCE_RUNS, JobRow
from careercopilot.modules.jobs.api.openings import RunArrivals
from careercopilot.modules.jobs.domain.run import SourceRun


class MemoryOpenings:
    """Reads what is committed."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._jobs: dict[UUID, JobRow] = database.table(JOBS)
        self._runs: dict[UUID, SourceRun] = database.table(SOURCE_RUNS)

    async def open_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        known = (self._jobs[job_id] for job_id in job_ids if job_id in self._jobs)
        return frozenset(job.id for job in known if job.closed_at is None)

    async def arrivals(
        self, since: datetime, board_ids: Collection[UUID] | None, after: RunArrivals | None, limit: int
    ) -> Sequence[RunArrivals]:
        found = [
            RunArrivals(run.id, run.board_id, run.started_at, run.counts.new)
            for run in self._runs.values()
            if run.started_at >= since and run.counts.new > 0 and (board_ids is None or run.board_id in board_ids)
        ]
        found.sort(key=_place)
        return [run for run in found if after is None or _place(run) > _place(after)][:limit]


def _place(run: RunArrivals) -> tuple[datetime, UUID]:
    return run.started_at, run.run_id
