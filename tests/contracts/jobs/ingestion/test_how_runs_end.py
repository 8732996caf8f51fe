"""How runs end, and what each ending leaves behind."""

from datetime import timedelta

import pytest

from careercopilot.modules.jobs.api.errors import BoardNotFound, RunBroken, UnknownSource
from careercopilot.modules.jobs.api.use_cases.ingestion import IngestBoard
from careercopilot.modules.jobs.ports.board_reader import BoardError, SourceTraits
from tests.support.clock import FixedClock
from tests.support.ingestion import BOARD, Ingesting, found, many, page

DAY = timedelta(days=1)


async def test_an_unchanged_board_is_not_modified_and_still_confirmed(ingestion: Ingesting, clock: FixedClock) -> None:
    await ingestion.run(page(*many(3), etag="one"))
    clock.advance(DAY)
    run = await ingestion.run()
    assert (run.status, run.fetched, run.closed) == ("not_modified", 0, 0)
    assert (await ingestion.board()).confirmed_at == clock.now()
    assert ingestion.reader.asked[-1][1] is not None


async def test_a_full_run_asks_unconditionally(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(3), etag="one"))
    run = await ingestion.run(full=True)
    assert (run.status, run.unchanged) == ("complete", 3)


@pytest.mark.parametrize("code", ["board_not_found", "blocked", "not_json", "truncated", "timeout", "unreachable"])
async def test_an_error_before_anything_was_taken_is_a_failure_that_closes_nothing(
    ingestion: Ingesting, code: str
) -> None:
    await ingestion.run(page(*many(3), etag="one"))
    run = await ingestion.run(BoardError(code, "It did not work."))
    assert (run.status, run.fetched, run.closed) == ("failed", 0, 0)
    assert run.error is not None
    assert (run.error.code, run.error.message) == (code, "It did not work.")
    assert await ingestion.open_ids() == {"0", "1", "2"}


async def test_an_error_on_the_second_page_is_partial_and_keeps_the_first(
    ingestion: Ingesting, clock: FixedClock
) -> None:
    await ingestion.run(page(*many(3), etag="one"))
    before = await ingestion.board()
    clock.advance(DAY)
    run = await ingestion.run(page(*many(2), found("7"), etag="two"), BoardError("truncated", "Cut."))
    after = await ingestion.board()
    assert (run.status, run.fetched, run.new, run.unchanged, run.closed) == ("partial", 3, 1, 2, 0)
    assert await ingestion.open_ids() == {"0", "1", "2", "7"}
    assert (after.etag, after.confirmed_at) == (before.etag, before.confirmed_at)


async def test_a_board_that_was_never_followed_is_not_found(ingestion: Ingesting) -> None:
    with pytest.raises(BoardNotFound):
        await ingestion.ingest("nobody")


async def test_an_unknown_source_is_named_with_those_there_are(ingestion: Ingesting) -> None:
    with pytest.raises(UnknownSource) as raised:
        await ingestion.call(IngestBoard, lambda ingest: ingest("nowhere", BOARD))
    assert raised.value.sources == ("memory",)


async def test_what_nobody_foresaw_is_recorded_and_the_board_is_free_again(ingestion: Ingesting) -> None:
    ingestion.reader.fill(BOARD, page(*many(2)), ZeroDivisionError("secret detail"))
    with pytest.raises(RunBroken) as raised:
        await ingestion.run()
    run = raised.value.run
    assert isinstance(raised.value.__cause__, ZeroDivisionError)
    assert (run.status, run.new) == ("partial", 2)
    assert run.error is not None
    assert run.error.code == "internal_error"
    assert "secret" not in run.error.message
    assert (await ingestion.runs())[0] == run
    assert (await ingestion.run(page(*many(2)))).unchanged == 2


async def test_a_source_that_shows_only_a_part_closes_nothing(ingestion: Ingesting) -> None:
    ingestion.reader.traits = SourceTraits("memory", lists_everything=False)
    await ingestion.run(page(*many(3)))
    assert (await ingestion.run(page(*many(1)))).closed == 0


async def test_losing_more_than_half_of_a_board_is_held_back_and_believed_when_it_is_confirmed(
    ingestion: Ingesting, clock: FixedClock
) -> None:
    await ingestion.run(page(*many(10), etag="one"))
    clock.advance(DAY)
    first = await ingestion.run(page(*many(4), found("new"), etag="two"))
    assert (first.status, first.new, first.unchanged, first.closed) == ("partial", 1, 4, 0)
    assert first.error is not None
    assert first.error.code == "suspicious_loss"
    assert len(await ingestion.open_ids()) == 11
    clock.advance(timedelta(hours=1))
    second = await ingestion.run()
    assert ingestion.reader.asked[-1][1] is None
    assert (second.status, second.closed) == ("complete", 6)
    assert await ingestion.open_ids() == {"0", "1", "2", "3", "new"}
    assert (await ingestion.board()).suspected_at is None


async def test_a_suspected_loss_that_turns_out_wrong_closes_nothing(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(10)))
    await ingestion.run(page())
    run = await ingestion.run(page(*many(10)))
    assert (run.status, run.unchanged, run.closed) == ("complete", 10, 0)
    assert (await ingestion.run(page())).status == "partial"


async def test_half_of_a_board_and_small_boards_are_believed_at_once(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(10)), board="big")
    assert (await ingestion.run(page(*many(5)), board="big")).closed == 5
    await ingestion.run(page(*many(9)), board="small")
    assert (await ingestion.run(page(), board="small")).closed == 9
