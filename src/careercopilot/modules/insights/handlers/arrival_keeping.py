"""Keeping count of the jobs that arrive."""

from collections.abc import Collection
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.modules.insights.domain.figures import ARRIVALS_KEPT
from careercopilot.modules.insights.handlers.opening_checks import AT_ONCE
from careercopilot.modules.insights.ports.arrivals import Arrivals, ArrivedJobs
from careercopilot.modules.jobs.api.openings import RunArrivals
from careercopilot.modules.jobs.api.use_cases.openings import ReadArrivals


class ArrivalKeeping:
    """Copies what the ledger of runs says, so that nothing is counted twice whatever is heard twice."""

    def __init__(self, arrivals: Arrivals, read_arrivals: ReadArrivals, clock: Clock) -> None:
        self._arrivals = arrivals
        self._read_arrivals = read_arrivals
        self._clock = clock

    async def refresh(self, board_ids: Collection[UUID] | None = None) -> int:
        """Copy the last days' runs of these boards, or of all, into the held read model; return how many."""
        since = self._clock.now() - ARRIVALS_KEPT
        await self._arrivals.clear(since, board_ids)
        copied, last, full = 0, None, True
        while full:
            runs = await self._read_arrivals(since, board_ids, last, AT_ONCE)
            await self._arrivals.add([_copy(run) for run in runs])
            copied, full = copied + len(runs), len(runs) == AT_ONCE
            last = runs[-1] if runs else None
        return copied


def _copy(run: RunArrivals) -> ArrivedJobs:
    return ArrivedJobs(run.run_id, run.board_id, run.started_at, run.new)
