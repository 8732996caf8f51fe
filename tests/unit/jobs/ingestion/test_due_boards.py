"""The worker's reading of due boards."""

import asyncio
from collections.abc import AsyncIterator

from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.entrypoints.worker.ingestion import DueBoards
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.ports.board_reader import BoardError, BoardPage, SourceTraits, Validators
from tests.support.clock import FixedClock
from tests.support.ingestion import SOURCE, Ingesting, ingesting, many, page, readers_of


class CountingReader(MemoryBoardReader):
    """Remembers how many boards were read at once."""

    reading = 0
    most = 0

    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        self.reading += 1
        self.most = max(self.most, self.reading)
        await asyncio.sleep(0.005)
        try:
            async for shown in super().read(board, known):
                yield shown
        finally:
            self.reading -= 1


async def follow(ingestion: Ingesting, *boards: str) -> None:
    for board in boards:
        async with ingestion.container() as scope:
            follow_board: FollowBoard = await scope.get(FollowBoard)
            await follow_board(SOURCE, board)


async def test_every_due_board_is_read_once_and_never_too_many_at_a_time(clock: FixedClock) -> None:
    reader = CountingReader(SourceTraits(SOURCE, lists_everything=True))
    boards = [f"board-{number}" for number in range(12)]
    for board in boards:
        reader.fill(board, page(*many(2)))
    async with ingesting(clock, None, readers_of(reader)) as ingestion:
        await follow(ingestion, *boards)
        due = DueBoards(ingestion.container, 3)
        await asyncio.gather(due.run(), due.run())
        await due.run()
        assert sorted(board for board, _ in reader.asked) == sorted(boards)
        assert reader.most == 3


async def test_what_happens_to_one_board_is_no_matter_of_the_others(clock: FixedClock) -> None:
    async with ingesting(clock) as ingestion:
        ingestion.reader.fill("broken", ZeroDivisionError())
        ingestion.reader.fill("gone", BoardError("blocked", "A wall."))
        ingestion.reader.fill("good", page(*many(2)))
        await follow(ingestion, "broken", "gone", "good", "unknown")
        await DueBoards(ingestion.container, 2).run()
        assert {run.board: run.status for run in await ingestion.runs()} == {
            "broken": "failed",
            "gone": "failed",
            "good": "complete",
            "unknown": "failed",
        }
