"""The order of lists, and walking through them page by page."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.job_lists import JobList
from careercopilot.modules.jobs.api.models import JobCard
from careercopilot.modules.jobs.domain.job_order import RANKED_CANDIDATES
from tests.support.job_catalogue import CatalogueOf, Search, an_entry, paid, titles

SORTS = [("-posted_date",), ("posted_date",), ("-salary",), ("salary",), ("salary", "-posted_date"), ("relevance",)]


async def _walk(search: Search, limit: int, **asked: Any) -> list[JobCard]:
    seen: list[JobCard] = []
    cursor = None
    while True:
        found: JobList = await search(PageRequest(limit=limit, cursor=cursor), **asked)
        seen += found.page.items
        cursor = found.page.next_cursor
        if cursor is None:
            return seen
        assert len(found.page.items) == limit


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ((), ["new", "middle", "old", "older"]),
        (("-posted_date",), ["new", "middle", "old", "older"]),
        (("posted_date",), ["older", "old", "middle", "new"]),
        (("-salary",), ["old", "middle", "older", "new"]),
        (("salary",), ["older", "middle", "old", "new"]),
    ],
)
async def test_lists_are_sorted(
    catalogue: CatalogueOf, search: Search, sort: tuple[str, ...], order: list[str]
) -> None:
    await catalogue.add(
        an_entry("new", days_ago=0),
        an_entry("old", days_ago=5, salary=paid(1, 90)),
        an_entry("older", days_ago=7, salary=paid(40, None)),
        an_entry("middle", days_ago=3, salary=paid(None, 50)),
    )

    assert titles(await search(sort=sort)) == order


async def test_equal_pay_is_decided_by_the_next_key(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(
        *(an_entry(f"{pay} {days}", days_ago=days, salary=paid(pay, None)) for pay in (1, 2) for days in (1, 2, 3))
    )

    assert titles(await search(sort=("-salary", "posted_date"))) == ["2 3", "2 2", "2 1", "1 3", "1 2", "1 1"]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    facts=st.lists(st.tuples(st.integers(0, 3), st.sampled_from([None, 1.5, 2, 3])), min_size=1, max_size=25),
    limit=st.integers(1, 9),
)
async def test_cursors_visit_every_match_once_in_order(
    catalogue: CatalogueOf, search: Search, facts: list[tuple[int, float | None]], limit: int
) -> None:
    word = f"w{new_id().hex}"  # examples share the database
    entries = [
        an_entry(word, days_ago=days, salary=None if pay is None else paid(pay, pay), text="tulip " * (days % 2))
        for days, pay in facts
    ]
    await catalogue.add(*entries)

    for sort in SORTS:
        whole = (await search(PageRequest(limit=100), q=word, sort=sort)).page
        walked = await _walk(search, limit, q=word, sort=sort)
        assert [card.id for card in walked] == [card.id for card in whole.items]
        assert {card.id for card in walked} == {entry.job_id for entry in entries}


async def test_behind_the_ranked_jobs_the_others_follow_by_date(catalogue: CatalogueOf, search: Search) -> None:
    newest = [an_entry("tulip", days_ago=1) for _ in range(RANKED_CANDIDATES)]
    old = [an_entry(f"tulip {n}", company="Tulip", board="t", days_ago=2 + n) for n in range(25)]
    best = an_entry("best", company="Tulip tulip tulip", board="tulip", text="tulip", days_ago=400)
    await catalogue.add(*newest, *old, best)

    walked = await _walk(search, 70, q="tulip")
    by_pages = [card for page in range(1, 5) for card in (await search(PageRequest(page, 100), q="tulip")).page.items]

    assert [card.title for card in walked[RANKED_CANDIDATES:]] == [f"tulip {n}" for n in range(25)] + ["best"]
    assert len({card.id for card in walked}) == RANKED_CANDIDATES + 26
    assert [card.id for card in by_pages] == [card.id for card in walked]


async def test_pages_count_what_there_is(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(*(an_entry(str(n)) for n in range(5)))

    second = (await search(PageRequest(2, 2))).page
    behind = (await search(PageRequest(9, 2))).page

    assert (len(second.items), second.total, second.total_relation, second.total_pages) == (2, 5, "eq", 3)
    assert (behind.items, behind.total, behind.next_cursor) == ((), 5, None)


@pytest.mark.parametrize("cursor", ["", "x", "%%%", "W10", "bnVsbA", "WyItcG9zdGVkX2RhdGUiXQ", "é", "a" * 600])
async def test_a_foreign_cursor_is_refused(search: Search, cursor: str) -> None:
    with pytest.raises(InvalidInput, match="cursor"):
        await search(PageRequest(cursor=cursor))


async def test_a_cursor_of_another_order_is_refused(catalogue: CatalogueOf, search: Search) -> None:
    await catalogue.add(an_entry("a"), an_entry("b"))
    cursor = (await search(PageRequest(limit=1))).page.next_cursor

    with pytest.raises(InvalidInput, match="another order"):
        await search(PageRequest(cursor=cursor), sort=("-salary",))
    with pytest.raises(InvalidInput, match="either page or cursor"):
        await search(PageRequest(page=2, cursor=cursor))
