"""Ending a run: what is missing is closed, the ledger's line is finished, the board is freed."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.slices import slices
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.events import JobsClosed
from careercopilot.modules.jobs.domain.open_run import OpenRun
from careercopilot.modules.jobs.domain.run import RunCounts
from careercopilot.modules.jobs.domain.sightings import KnownPosting
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.catalogue import Catalogue
from careercopilot.modules.jobs.ports.runs import RunRepository

_CLOSED_AT_ONCE = 500
SUSPICIOUS_LOSS = "suspicious_loss"
_LOSS = "{missing} postings, more than half of the board, are gone; they are closed if the next run agrees."


class RunClosing:
    """Each ending is one transaction."""

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

    async def complete(self, open_run: OpenRun, *, lists_everything: bool) -> None:
        """End a run that saw all: close what is missing, unless so much is missing that it may be an error."""
        now, ended = self._clock.now(), open_run.drafted()
        missing = open_run.sightings.missing() if lists_everything else []
        if ended.board.suspected_at is None and open_run.sightings.is_suspicious(len(missing)):
            ended.run.hold_back(now, SUSPICIOUS_LOSS, _LOSS.format(missing=len(missing)))
            ended.board.suspect(now)
            await self._end(open_run, ended, confirming=True)
            return
        ended.run.count(RunCounts(closed=len(missing)))
        ended.run.complete(now)
        ended.board.complete(now, open_run.etag, open_run.last_modified)
        await self._end(open_run, ended, closing=missing)

    async def leave_unmodified(self, open_run: OpenRun) -> None:
        """End a run of a board whose source said that nothing changed."""
        now, ended = self._clock.now(), open_run.drafted()
        ended.run.leave_unmodified(now)
        ended.board.unchanged(now)
        await self._end(open_run, ended)

    async def break_off(self, open_run: OpenRun, code: str, message: str) -> None:
        """End a run of a board that could not be read, or not to its end."""
        now, ended = self._clock.now(), open_run.drafted()
        ended.run.break_off(now, code, message)
        ended.board.fail(now)
        await self._end(open_run, ended, confirming=True)

    async def interrupt(self, open_run: OpenRun) -> None:
        """End a run that was stopped; the board is due again."""
        now, ended = self._clock.now(), open_run.drafted()
        ended.run.interrupt(now)
        ended.board.interrupt(now)
        await self._end(open_run, ended, confirming=True)

    async def _end(
        self, open_run: OpenRun, ended: OpenRun, *, closing: Sequence[KnownPosting] = (), confirming: bool = False
    ) -> None:
        """Store the ending. ``confirming`` moves "last seen" of what was seen, where the board's own cannot move."""
        now = self._clock.now()
        async with self._unit_of_work as uow:
            await self._boards.settle(ended.board, ended.run.id)
            await self._runs.save(ended.run)
            if confirming:
                await self._catalogue.confirm(open_run.sightings.seen_known(), now)
            gone = await self._catalogue.close(closing, open_run.board.confirmed_at, now)
            uow.publish(*_closed_events(ended, gone))
            await uow.commit()
        open_run.become(ended)


def _closed_events(open_run: OpenRun, gone: Sequence[UUID]) -> list[JobsClosed]:
    run = open_run.run
    return [
        JobsClosed(aggregate_id=run.board_id, source=run.source, board=run.board, job_ids=tuple(some))
        for some in slices(gone, _CLOSED_AT_ONCE)
    ]
