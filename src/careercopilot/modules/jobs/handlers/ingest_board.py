"""Reading one board and storing what it lists."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from careercopilot.modules.jobs.api.errors import BoardNotFound, RunBroken
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.ingestion import NO_WAIT
from careercopilot.modules.jobs.domain.open_run import OpenRun
from careercopilot.modules.jobs.handlers.lease_keeping import LeaseKeeping
from careercopilot.modules.jobs.handlers.one_behind import OneBehind
from careercopilot.modules.jobs.handlers.page_intake import PageIntake
from careercopilot.modules.jobs.handlers.run_closing import RunClosing
from careercopilot.modules.jobs.handlers.run_opening import RunOpening
from careercopilot.modules.jobs.ports.board_reader import (
    BoardError,
    BoardPage,
    BoardReader,
    BoardUnchanged,
    Validators,
)
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.boards import LeaseLost
from careercopilot.modules.jobs.ports.run_views import RunViews

_TIME_TO_END = 5.0


class IngestBoardHandler:
    """Opens a run, takes in page after page, and ends the run in the one way that fits what happened."""

    def __init__(
        self,
        *,
        readers: BoardReaders,
        opening: RunOpening,
        keeping: LeaseKeeping,
        intake: PageIntake,
        closing: RunClosing,
        ledger: RunViews,
    ) -> None:
        self._readers = readers
        self._opening = opening
        self._keeping = keeping
        self._intake = intake
        self._closing = closing
        self._ledger = ledger

    async def __call__(
        self,
        source: str,
        board: str,
        *,
        full: bool = False,
        wait: timedelta = NO_WAIT,
        only_due: bool = False,
    ) -> SourceRunView:
        reader = self._readers.get(source)
        open_run = await self._opening.open(source, board, wait, only_due=only_due)
        async with self._keeping.of(open_run):
            try:
                await self._run(reader, open_run, full=full)
            except LeaseLost:
                return await self._as_recorded(open_run)
            except asyncio.CancelledError:
                await self._stop(open_run)
                raise
            except Exception as error:
                raise RunBroken(await self._broken(open_run, error)) from error
        return open_run.run.view()

    async def _run(self, reader: BoardReader, open_run: OpenRun, *, full: bool) -> None:
        known = None if full else _validators(open_run)
        try:
            async with OneBehind() as storing, _closed_after(reader.read(open_run.board.name, known)) as pages:
                async for page in pages:
                    await self._intake.take(open_run, page, reader.traits.attribution, storing)
        except BoardUnchanged:
            await self._closing.leave_unmodified(open_run)
        except BoardError as error:
            await self._closing.break_off(open_run, error.code, error.message)
        else:
            await self._closing.complete(open_run, lists_everything=reader.traits.lists_everything)

    async def _broken(self, open_run: OpenRun, error: Exception) -> SourceRunView:
        try:
            await self._closing.break_off(open_run, "internal_error", f"{type(error).__name__}; the log says more.")
        except LeaseLost:
            return await self._as_recorded(open_run)
        return open_run.run.view()

    async def _as_recorded(self, open_run: OpenRun) -> SourceRunView:
        """Return what others recorded of a run that was thought dead."""
        recorded = await self._ledger.find(open_run.run.id)
        if recorded is None:
            raise BoardNotFound(f"{open_run.run.source}/{open_run.run.board}")
        return recorded

    async def _stop(self, open_run: OpenRun) -> None:
        """End the run in the ledger although this task is being cancelled; failing that, the lease runs out."""
        with suppress(Exception):
            await asyncio.wait_for(asyncio.shield(self._closing.interrupt(open_run)), _TIME_TO_END)


def _validators(open_run: OpenRun) -> Validators | None:
    """Return what to ask "changed since?" with; nothing while a loss waits to be confirmed by a fresh read."""
    board = open_run.board
    if board.suspected_at is not None or (board.etag is None and board.last_modified is None):
        return None
    return Validators(board.etag, board.last_modified)


@asynccontextmanager
async def _closed_after(pages: AsyncIterator[BoardPage]) -> AsyncIterator[AsyncIterator[BoardPage]]:
    """Let a reader give back its connection, also when its pages are not read to their end."""
    try:
        yield pages
    finally:
        if isinstance(pages, AsyncGenerator):
            await pages.aclose()
