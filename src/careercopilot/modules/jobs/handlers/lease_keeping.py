"""Keeping a board's lease while its run goes on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from careercopilot.kernel.clock import Clock
from careercopilot.modules.jobs.domain.open_run import OpenRun
from careercopilot.modules.jobs.ports.board_leases import BoardLeases

LEASE = timedelta(seconds=90)
_RENEW_EVERY = 30.0
_TRY_AGAIN_AFTER = 5.0


class LeaseKeeping:
    """Renews in the background. Whether the lease is still there is checked with everything that is written."""

    def __init__(self, leases: BoardLeases, clock: Clock) -> None:
        self._leases = leases
        self._clock = clock

    @asynccontextmanager
    async def of(self, open_run: OpenRun) -> AsyncIterator[None]:
        """Keep the lease until the block is left."""
        renewing = asyncio.create_task(self._renew(open_run))
        try:
            yield
        finally:
            renewing.cancel()
            await asyncio.wait([renewing])

    async def _renew(self, open_run: OpenRun) -> None:
        pause = _RENEW_EVERY
        while True:
            await asyncio.sleep(pause)
            try:
                until = self._clock.now() + LEASE
                if not await self._leases.renew(open_run.board.id, open_run.run.id, until):
                    return
                pause = _RENEW_EVERY
            except Exception:  # noqa: BLE001 - if no renewal gets through, the lease runs out, and the next write says so
                pause = _TRY_AGAIN_AFTER
