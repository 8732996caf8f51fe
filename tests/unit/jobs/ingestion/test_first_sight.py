"""Where the first jobs of an installation come from."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.use_cases.boards import ListBoards, NameBoards, UnfollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import EnsureSomethingToSee, FirstSight, RefreshDemo, RemoveDemo
from careercopilot.modules.jobs.domain.default_boards import DEFAULT_BOARDS
from careercopilot.modules.jobs.ports.board_reader import BoardPage, SourceTraits, Validators
from tests.support.clock import FixedClock
from tests.support.ingestion import Ingesting, ingesting, many, page, readers_of


class SilentReader(MemoryBoardReader):
    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        self.asked.append((board, known))
        await asyncio.sleep(3600)
        yield page()


def reader(name: str, *boards: str, kind: type[MemoryBoardReader] = MemoryBoardReader) -> MemoryBoardReader:
    made = kind(SourceTraits(name, lists_everything=True))
    for board in boards:
        made.fill(board, page(*many(2)))
    return made


async def sight(ingestion: Ingesting) -> FirstSight:
    seen: FirstSight = await ingestion.call(EnsureSomethingToSee, lambda ensure: ensure())
    return seen


async def test_default_boards_that_answer_are_relied_on(clock: FixedClock) -> None:
    readers = readers_of(reader("ashby", DEFAULT_BOARDS[0].name), reader("demo", "demo"))
    async with ingesting(clock, None, readers, follow_defaults=True) as ingestion:
        assert (await sight(ingestion)).origin == "boards"
        named = await ingestion.call(NameBoards, lambda name: name())
        assert {board.source for board in named} == {"ashby"}


async def test_without_a_way_to_the_default_boards_the_demo_is_shown(clock: FixedClock) -> None:
    readers = readers_of(reader("ashby"), reader("demo", "demo"))
    async with ingesting(clock, None, readers, follow_defaults=True) as ingestion:
        shown = await sight(ingestion)
        assert shown.run is not None
        assert (shown.origin, shown.run.new) == ("demo", 2)
        assert (await sight(ingestion)).origin == "kept"


async def test_default_boards_that_keep_silent_are_not_waited_for(
    clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careercopilot.modules.jobs.handlers.ensure_something_to_see._PATIENCE_SECONDS", 0.05)
    readers = readers_of(reader("ashby", kind=SilentReader), reader("demo", "demo"))
    async with ingesting(clock, None, readers, follow_defaults=True) as ingestion:
        assert (await sight(ingestion)).origin == "demo"


async def test_without_default_boards_the_demo_is_shown_at_once(clock: FixedClock) -> None:
    ashby = reader("ashby", DEFAULT_BOARDS[0].name)
    async with ingesting(clock, None, readers_of(ashby, reader("demo", "demo"))) as ingestion:
        assert (await sight(ingestion)).origin == "demo"
        assert ashby.asked == []


async def test_without_the_demo_nothing_is_made_up(clock: FixedClock) -> None:
    async with ingesting(clock, None, readers_of(reader("ashby"))) as ingestion:
        assert (await sight(ingestion)).origin == "nowhere"


async def test_a_default_board_that_was_given_up_stays_so(clock: FixedClock) -> None:
    readers = readers_of(reader("ashby", DEFAULT_BOARDS[0].name))
    async with ingesting(clock, None, readers, follow_defaults=True) as ingestion:
        await sight(ingestion)
        listed = await ingestion.call(ListBoards, lambda list_: list_(PageRequest()))
        await ingestion.call(UnfollowBoard, lambda unfollow: unfollow(listed.items[0].id))
        await sight(ingestion)
        assert len(await ingestion.call(NameBoards, lambda name: name())) == listed.total - 1


async def test_the_demo_can_be_taken_away_again(clock: FixedClock) -> None:
    async with ingesting(clock, None, readers_of(reader("demo", "demo"))) as ingestion:
        await ingestion.call(RefreshDemo, lambda refresh: refresh())
        assert await ingestion.call(RemoveDemo, lambda remove: remove()) == 2
        assert await ingestion.call(RemoveDemo, lambda remove: remove()) == 0
        assert await ingestion.runs() == ()
