"""The run ledger, page by page."""

from datetime import timedelta
from typing import Any

import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.errors import SourceRunNotFound, UnknownSource
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.source_runs import ListSourceRuns, SourceRunFilter, ViewSourceRun
from careercopilot.modules.jobs.ports.board_reader import BoardError
from tests.support.clock import FixedClock
from tests.support.ingestion import SOURCE, Ingesting, many, page


async def listed(ingestion: Ingesting, request: PageRequest | None = None, **wanted: Any) -> Page[SourceRunView]:
    chosen = SourceRunFilter(**wanted)
    found: Page[SourceRunView] = await ingestion.call(ListSourceRuns, lambda act: act(chosen, request or PageRequest()))
    return found


async def test_runs_are_listed_newest_first_and_filtered(ingestion: Ingesting, clock: FixedClock) -> None:
    good = await ingestion.run(page(*many(1)), board="a")
    clock.advance(timedelta(minutes=1))
    bad = await ingestion.run(BoardError("blocked", "A wall."), board="b")
    assert (await listed(ingestion)).items == (bad, good)
    assert (await listed(ingestion, board="a")).items == (good,)
    assert (await listed(ingestion, statuses=("failed", "partial"))).items == (bad,)
    assert (await listed(ingestion, source=SOURCE, statuses=("running",))).items == ()
    with pytest.raises(UnknownSource):
        await listed(ingestion, source="nowhere")


async def test_cursors_visit_every_run_once(ingestion: Ingesting, clock: FixedClock) -> None:
    for number in range(7):
        await ingestion.run(page(*many(1)))
        clock.advance(timedelta(minutes=number % 2))
    seen: list[SourceRunView] = []
    cursor = None
    while True:
        found = await listed(ingestion, PageRequest(limit=3, cursor=cursor))
        seen += found.items
        cursor = found.next_cursor
        if cursor is None:
            break
    assert seen == list((await listed(ingestion)).items)
    assert len({run.id for run in seen}) == 7


@pytest.mark.parametrize("cursor", ["x", "!!!", "MjAyNi0wMy0wMg", "ÿ"])
async def test_a_broken_cursor_is_refused(ingestion: Ingesting, cursor: str) -> None:
    with pytest.raises(InvalidInput):
        await listed(ingestion, PageRequest(cursor=cursor))


async def test_one_run_can_be_looked_at(ingestion: Ingesting) -> None:
    run = await ingestion.run(page(*many(1)))
    assert await ingestion.call(ViewSourceRun, lambda act: act(run.id)) == run
    with pytest.raises(SourceRunNotFound):
        await ingestion.call(ViewSourceRun, lambda act: act(new_id()))
