"""Beginning a run: the board's lease, the ledger's line, and what is known of the board."""

import asyncio
from datetime import timedelta

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import BoardBusy, BoardNotFound
from careercopilot.modules.jobs.domain.open_run import OpenRun
from careercopilot.modules.jobs.domain.run import SourceRun
from careercopilot.modules.jobs.domain.sightings import Sightings
from careercopilot.modules.jobs.handlers.lease_keeping import LEASE
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue
from careercopilot.modules.jobs.ports.runs import RunRepository

_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0


class RunOpening:
    """Opens runs, one at a time per board."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        boards: BoardRepository,
        runs: RunRepository,
        catalogue: Catalogue,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._boards = boards
        self._runs = runs
        self._catalogue = catalogue
        self._clock = clock

    async def open(self, source: str, name: str, wait: timedelta, *, only_due: bool) -> OpenRun:
        """Return a run that holds the board. Raises BoardNotFound, and BoardBusy after the wait."""
        loop = asyncio.get_running_loop()
        give_up_at = loop.time() + wait.total_seconds()
        pause = _FIRST_PAUSE
        while True:
            opened = await self._try_uncut(source, name, only_due=only_due)
            if opened is not None:
                return opened
            if loop.time() >= give_up_at:
                raise BoardBusy(source, name)
            await asyncio.sleep(min(pause, max(0.0, give_up_at - loop.time())))
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _try_uncut(self, source: str, name: str, *, only_due: bool) -> OpenRun | None:
        """Try; when stopped meanwhile, free what was taken: cut in its commit, nobody would know of the lease."""
        attempt = asyncio.create_task(self._try(source, name, only_due=only_due))
        try:
            return await asyncio.shield(attempt)
        except asyncio.CancelledError:
            await asyncio.wait([attempt])
            if not attempt.cancelled() and attempt.exception() is None and (opened := attempt.result()) is not None:
                await self._undo(opened)
            raise

    async def _undo(self, opened: OpenRun) -> None:
        now = self._clock.now()
        opened.run.interrupt(now)
        opened.board.interrupt(now)
        async with self._unit_of_work as uow:
            await self._boards.settle(opened.board, opened.run.id)
            await self._runs.save(opened.run)
            await uow.commit()

    async def _try(self, source: str, name: str, *, only_due: bool) -> OpenRun | None:
        now, run_id = self._clock.now(), new_id()
        async with self._unit_of_work as uow:
            board = await self._boards.take(source, name, run_id, now, now + LEASE, only_due=only_due)
            if board is None:
                if await self._boards.find(source, name) is None:
                    raise BoardNotFound(f"{source}/{name}")
                return None
            run = SourceRun.start(run_id, board.id, source, name, now)
            await self._runs.add(run)
            known = await self._catalogue.known(board.id)
            await uow.commit()
        return OpenRun(run, board, Sightings(known))
