"""Runs that are stopped in the middle."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.handlers.one_behind import OneBehind
from careercopilot.modules.jobs.ports.board_reader import BoardPage, SourceTraits, Validators
from tests.support.clock import FixedClock
from tests.support.ingestion import BOARD, SOURCE, ingesting, many, page, readers_of


class StickyReader(MemoryBoardReader):
    """Gives one page and then nothing more; tells that it was closed."""

    closed = False
    stuck: asyncio.Event

    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        self.asked.append((board, known))
        try:
            yield page(*many(5))
            self.stuck.set()
            await asyncio.sleep(3600)
        finally:
            self.closed = True


async def test_a_stopped_run_keeps_what_it_stored_says_so_and_frees_the_board(clock: FixedClock) -> None:
    reader = StickyReader(SourceTraits(SOURCE, lists_everything=True))
    reader.stuck = asyncio.Event()
    async with ingesting(clock, None, readers_of(reader)) as ingestion:
        await ingestion.call(FollowBoard, lambda follow: follow(SOURCE, BOARD))
        running = asyncio.create_task(ingestion.ingest())
        await reader.stuck.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        (run,) = await ingestion.runs()
        assert (run.status, run.new) == ("partial", 5)
        assert run.error is not None
        assert run.error.code == "interrupted"
        assert reader.closed
        assert (await ingestion.board()).next_run_at == clock.now()


async def test_a_step_that_fails_is_told_before_the_next_one_starts() -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    started = []

    async def start() -> None:
        started.append(1)

    async def two_steps() -> None:
        async with OneBehind() as behind:
            await behind.run(fail())
            await behind.run(start())

    with pytest.raises(ZeroDivisionError):
        await two_steps()
    assert started == []


async def test_leaving_waits_for_the_step_under_way_also_when_it_is_for_an_error() -> None:
    done = []

    async def step() -> None:
        await asyncio.sleep(0.01)
        done.append(1)

    async def leave_early() -> None:
        async with OneBehind() as behind:
            await behind.run(step())
            raise KeyError

    with pytest.raises(KeyError):
        await leave_early()
    assert done == [1]
