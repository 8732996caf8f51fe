"""Whatever boards show from day to day, the ledger adds up and nothing that is open is lost."""

import asyncio
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.ports.board_reader import (
    BoardError,
    BoardPage,
    FoundPosting,
    UnreadablePosting,
)
from tests.support.clock import FixedClock
from tests.support.ingestion import Ingesting, found, ingesting, page, spoilt

names = st.sampled_from([str(number) for number in range(14)])
good = st.builds(found, names, st.sampled_from(["Baker", "Nurse"]))
postings = st.lists(st.one_of(good, good, good, st.builds(spoilt, names)), max_size=16)
unreadable = st.builds(UnreadablePosting, st.none() | names, st.just("it is not an object"))
pages = st.builds(lambda some, odd: page(*some, unreadable=odd), postings, st.lists(unreadable, max_size=2))
ends = st.sampled_from([None, None, None, BoardError("truncated", "Cut.")])
days = st.lists(st.tuples(st.lists(pages, min_size=1, max_size=3), ends), min_size=1, max_size=6)


@given(days)
@settings(max_examples=80, deadline=None)
def test_the_ledger_adds_up_and_nothing_open_is_lost(history: list[tuple[list[BoardPage], BoardError | None]]) -> None:
    asyncio.run(_live_through(history))


async def _live_through(history: list[tuple[list[BoardPage], BoardError | None]]) -> None:
    clock = FixedClock()
    async with ingesting(clock) as ingestion:
        for shown, end in history:
            clock.advance(timedelta(days=1))
            before = await ingestion.open_ids() if await ingestion.runs() else set()
            run = await ingestion.run(*shown, *([end] if end else []))
            await _check(ingestion, run, before, shown)


async def _check(ingestion: Ingesting, run: SourceRunView, before: set[str], shown: list[BoardPage]) -> None:
    identified = _identified(shown)
    nameless = sum(row.external_id is None for board_page in shown for row in board_page.unreadable)
    after = await ingestion.open_ids()
    assert run.fetched == len(identified) + nameless
    assert len(run.rejections) == run.rejected
    assert before - after <= before - set(identified), "something that was shown has been closed"
    assert run.closed == len(before - after)
    assert {name for name, taken in identified.items() if taken} <= after
    if run.status != "complete":
        assert run.error is not None
        assert run.closed == 0
    elif run.closed == 0:
        assert len(before - set(identified)) <= nameless


def _identified(shown: list[BoardPage]) -> dict[str, bool]:
    """Return what was shown under each identity first, and whether it can be taken."""
    first: dict[str, bool] = {}
    for board_page in shown:
        for row in board_page.unreadable:
            if row.external_id is not None:
                first.setdefault(row.external_id, False)
        for posting in board_page.postings:
            first.setdefault(posting.external_id, _can_be_taken(posting))
    return first


def _can_be_taken(posting: FoundPosting) -> bool:
    return posting.fingerprint != b"spoilt"
