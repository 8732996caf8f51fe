"""Which boards are followed, and when they are due."""

from datetime import timedelta

import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.boards import BoardName, Followed, JobBoardView
from careercopilot.modules.jobs.api.errors import BoardNotFound, UnknownSource
from careercopilot.modules.jobs.api.use_cases.boards import (
    FollowBoard,
    ListBoards,
    ListDueBoards,
    NameBoards,
    UnfollowBoard,
    ViewBoard,
)
from careercopilot.modules.jobs.api.use_cases.source_runs import RequestRun
from careercopilot.modules.jobs.ports.board_reader import BoardError
from tests.support.clock import FixedClock
from tests.support.ingestion import SOURCE, Ingesting, many, page


async def follow(ingestion: Ingesting, board: str, company: str | None = None, **options: bool) -> Followed:
    followed: Followed = await ingestion.call(FollowBoard, lambda act: act(SOURCE, board, company, **options))
    return followed


async def due(ingestion: Ingesting) -> list[str]:
    return [name.board for name in await ingestion.call(ListDueBoards, lambda act: act())]


async def test_following_twice_changes_nothing_but_the_name(ingestion: Ingesting) -> None:
    first = await follow(ingestion, " acme ")
    second = await follow(ingestion, "acme", "Acme Inc")
    third = await follow(ingestion, "acme")
    assert (first.fresh, second.fresh, third.fresh) == (True, False, False)
    assert first.board.id == second.board.id == third.board.id
    assert (first.board.company_name, third.board.company_name) == (None, "Acme Inc")


async def test_a_followed_board_is_due_until_it_was_read(ingestion: Ingesting, clock: FixedClock) -> None:
    await follow(ingestion, "b")
    await follow(ingestion, "a", soon=False)
    assert await due(ingestion) == ["b"]
    await ingestion.run(page(*many(1)), board="b")
    assert await due(ingestion) == []
    clock.advance(timedelta(days=1))
    assert set(await due(ingestion)) == {"a", "b"}


async def test_a_failed_board_is_due_again_after_five_minutes(ingestion: Ingesting, clock: FixedClock) -> None:
    await ingestion.run(BoardError("timeout", "No answer."), board="b")
    clock.advance(timedelta(minutes=4))
    assert await due(ingestion) == []
    clock.advance(timedelta(minutes=1))
    assert await due(ingestion) == ["b"]


async def test_a_board_that_is_followed_again_is_due_at_once(ingestion: Ingesting) -> None:
    board = (await follow(ingestion, "b")).board
    await ingestion.run(page(*many(1)), board="b")
    await ingestion.call(UnfollowBoard, lambda act: act(board.id))
    again = await follow(ingestion, "b")
    assert (again.fresh, again.board.id) == (True, board.id)
    assert await due(ingestion) == ["b"]
    assert (await ingestion.run(board="b")).unchanged == 1


async def test_an_unfollowed_board_is_neither_listed_nor_due(ingestion: Ingesting) -> None:
    board = (await follow(ingestion, "b")).board
    await ingestion.call(UnfollowBoard, lambda act: act(board.id))
    assert await due(ingestion) == []
    assert await ingestion.call(NameBoards, lambda act: act()) == []
    with pytest.raises(BoardNotFound):
        await ingestion.call(UnfollowBoard, lambda act: act(board.id))
    with pytest.raises(BoardNotFound):
        await ingestion.call(ViewBoard, lambda act: act(board.id))


async def test_boards_are_listed_by_name_page_by_page(ingestion: Ingesting) -> None:
    for name in ("c", "a", "b"):
        await follow(ingestion, name)
    listed = await ingestion.call(ListBoards, lambda act: act(PageRequest(2, 2)))
    assert ([board.board for board in listed.items], listed.total) == (["c"], 3)
    one = await ingestion.call(ListBoards, lambda act: act(PageRequest(), source=SOURCE, board="b"))
    view: JobBoardView = one.items[0]
    assert view == await ingestion.call(ViewBoard, lambda act: act(view.id))
    assert await ingestion.call(NameBoards, lambda act: act(SOURCE)) == [BoardName(SOURCE, n) for n in "abc"]


async def test_a_requested_run_makes_boards_due(ingestion: Ingesting) -> None:
    for name in ("a", "b"):
        await ingestion.run(page(*many(1)), board=name)
    assert await ingestion.call(RequestRun, lambda act: act(SOURCE, "b")) == [BoardName(SOURCE, "b")]
    assert await due(ingestion) == ["b"]
    assert len(await ingestion.call(RequestRun, lambda act: act())) == 2
    assert set(await due(ingestion)) == {"a", "b"}


async def test_what_cannot_be_requested_is_said(ingestion: Ingesting) -> None:
    with pytest.raises(UnknownSource):
        await ingestion.call(RequestRun, lambda act: act("nowhere"))
    with pytest.raises(BoardNotFound):
        await ingestion.call(RequestRun, lambda act: act(SOURCE, "nobody"))
    with pytest.raises(InvalidInput):
        await ingestion.call(RequestRun, lambda act: act(None, "b"))
    with pytest.raises(BoardNotFound):
        await ingestion.call(ViewBoard, lambda act: act(new_id()))


@pytest.mark.parametrize("name", ["", "  ", "x" * 301, "a\nb", "a\x00b"])
async def test_impossible_names_are_refused(ingestion: Ingesting, name: str) -> None:
    with pytest.raises(InvalidInput):
        await follow(ingestion, name)


async def test_a_probe_finds_out_whether_the_board_is_there(ingestion: Ingesting) -> None:
    ingestion.reader.fill("here", page(*many(1)))
    with pytest.raises(BoardNotFound):
        await follow(ingestion, "nobody", probe=True)
    assert (await follow(ingestion, "here", probe=True)).fresh
    assert await ingestion.call(NameBoards, lambda act: act()) == [BoardName(SOURCE, "here")]
