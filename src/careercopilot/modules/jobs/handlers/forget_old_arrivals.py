"""Forgetting arrivals that nobody waits for any more."""

from datetime import timedelta

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.ports.arrivals import Arrivals

KEPT_FOR = timedelta(days=10)
_AT_ONCE = 5_000


class ForgetOldArrivalsHandler:
    """Small transactions, so that nobody who notes arrivals waits."""

    def __init__(self, unit_of_work: UnitOfWork, arrivals: Arrivals, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._arrivals = arrivals
        self._clock = clock

    async def __call__(self) -> int:
        forgotten, last = 0, _AT_ONCE
        while last == _AT_ONCE:
            async with self._unit_of_work as unit_of_work:
                last = await self._arrivals.forget_before(self._clock.now() - KEPT_FOR, _AT_ONCE)
                await unit_of_work.commit()
            forgotten += last
        return forgotten
