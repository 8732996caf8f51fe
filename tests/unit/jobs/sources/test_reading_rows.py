"""Postings in the three sources' shapes, read without a network."""

import json
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec
import pytest

from careercopilot.adapters.boards.jobs import ashby, greenhouse, lever
from careercopilot.adapters.boards.jobs.json_rows import page_of
from careercopilot.modules.jobs.api.models import Place, Salary, SalaryPeriod
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.ports.board_reader import BoardPage, PostingRejected
from tests.support.board_fixtures import SOURCES, Row, a_row, boards_of

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_PARSERS = {"ashby": ashby._posting, "greenhouse": greenhouse._posting, "lever": lever._posting}
_TITLES = {"ashby": "title", "greenhouse": "title", "lever": "text"}
_URLS = {"ashby": "jobUrl", "greenhouse": "absolute_url", "lever": "hostedUrl"}


def page(source: str, rows: list[Any], reading: bytes = b"test") -> BoardPage:
    raw = [msgspec.Raw(json.dumps(row).encode()) for row in rows]
    return page_of(raw, partial(_PARSERS[source], NOW), reading)


def parsed(source: str, row: Row) -> Posting:
    return page(source, [row]).postings[0].parse()


def fixture(source: str, index: int) -> Posting:
    board = next(rows for rows in boards_of(source).values() if rows)
    return parsed(source, board[index])


def test_an_ashby_posting_is_understood() -> None:
    posting = fixture("ashby", 0)

    assert posting.title == "Senior Field Service Engineer"
    assert posting.company_name is None
    assert posting.locations == (
        Place("Hybrid - Utrecht, Netherlands", "Utrecht", "Utrecht", "NL"),
        Place("Ghent", "Ghent", None, "BE"),
    )
    assert (posting.remote, posting.employment_type, posting.seniority) == ("hybrid", "full_time", "senior")
    assert posting.salary == Salary(
        min=58000,
        max=70000,
        currency="EUR",
        period=SalaryPeriod.YEAR,
        annual_min=58000,
        annual_max=70000,
        text="€58K – €70K • Offers Equity",  # noqa: RUF001 - the source's dash
    )
    assert posting.posted_at == datetime(2026, 2, 20, 8, 30, 0, 250000, tzinfo=UTC)
    assert posting.department == "Operations"


def test_remote_work_at_ashby_names_the_country_it_is_limited_to() -> None:
    posting = fixture("ashby", 1)

    assert (posting.remote, posting.remote_countries, posting.employment_type) == ("remote", ("US",), "internship")
    assert posting.salary is not None
    assert posting.salary.annual_max == 80080


def test_what_ashby_leaves_open_stays_open() -> None:
    posting = fixture("ashby", 2)

    assert (posting.posted_at, posting.salary, posting.apply_url, posting.remote) == (None, None, None, "unknown")


def test_the_unlisted_are_left_out() -> None:
    board = boards_of("ashby")["meadow-robotics"]

    assert len(page("ashby", board).postings) == len(board) - 1


def test_a_greenhouse_posting_is_understood() -> None:
    posting = fixture("greenhouse", 0)

    assert (posting.external_id, posting.requisition_id) == ("4100001", "HL-207")
    assert posting.company_name == "Harbourlight Hospitals"
    assert posting.locations == (
        Place("Portland, Maine, United States", "Portland", "Maine", "US"),
        Place("Boston campus", None, None, None),
    )
    assert (posting.remote, posting.employment_type, posting.language) == ("hybrid", "full_time", "en")
    assert posting.posted_at == datetime(2026, 2, 7, 3, 50, 10, tzinfo=UTC)
    assert posting.description_html.startswith(
        '<div class="content-intro"><p>Harbourlight runs three hospitals &amp; a'
    )
    assert posting.salary is not None
    assert (posting.salary.min, posting.salary.max) == (38.5, 52)
    assert (posting.salary.currency, posting.salary.period) == ("USD", "hour")


def test_greenhouse_pay_in_cents_becomes_units() -> None:
    posting = fixture("greenhouse", 1)

    assert posting.salary is not None
    assert (posting.salary.min, posting.salary.annual_max, posting.salary.period) == (145000, 170000, "year")
    assert (posting.remote, posting.remote_countries) == ("remote", ("US",))
    assert (posting.employment_type, posting.seniority) == ("contract", "staff")


def test_a_lever_posting_is_understood() -> None:
    posting = fixture("lever", 0)

    assert posting.locations == (Place("Lyon", "Lyon", None, "FR"), Place("Grenoble", "Grenoble", None, "FR"))
    assert (posting.remote, posting.employment_type) == ("onsite", "full_time")
    assert posting.posted_at == datetime(2026, 2, 18, 10, 0, tzinfo=UTC)
    assert posting.salary is not None
    assert (posting.salary.annual_min, posting.salary.period) == (31200, "month")
    assert posting.description_html == (
        "<div><p>Lead the night bake.</p></div>\n"
        "<h3>What you do</h3>\n<ul><li>Plan doughs &amp; shifts</li><li>Train apprentices</li></ul>\n"
        "<h3>Who you are</h3>\n<ul>\n<li>Five years of sourdough</li>\n</ul>\n"
        "<div>We bake with local flour.</div>"
    )


def test_a_lever_posting_without_html_is_read_from_its_plain_text() -> None:
    posting = fixture("lever", 1)

    assert posting.description_html == "<p>Answer orders by e-mail.</p><p>Be kind &lt;always&gt;.</p>\n"
    assert (posting.remote, posting.remote_countries, posting.employment_type) == ("remote", ("CA",), "part_time")


@pytest.mark.parametrize("source", SOURCES)
def test_an_unchanged_row_keeps_its_fingerprint_and_a_changed_one_does_not(source: str) -> None:
    row = a_row(source)
    first, again = page(source, [row]).postings[0], page(source, [row]).postings[0]
    changed = page(source, [row | {_TITLES[source]: "Another"}]).postings[0]
    reread = page(source, [row], reading=b"test-2").postings[0]

    assert len(first.fingerprint) == 16
    assert first.fingerprint == again.fingerprint
    assert len({first.fingerprint, changed.fingerprint, reread.fingerprint}) == 3


@pytest.mark.parametrize("source", SOURCES)
def test_one_bad_row_never_discards_the_others(source: str) -> None:
    rows = [a_row(source, 1), "not a posting", {"title": "no id"}, a_row(source, 2, id=""), a_row(source, 3)]

    found = page(source, rows)

    assert len(found.postings) == 2
    assert [row.reason for row in found.unreadable] == [
        "The row is not an object.",
        "The row has no id.",
        "The row has no id.",
    ]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("title", [None, "", " \x00 ", 7, ["a"]])
def test_a_posting_without_a_title_is_rejected(source: str, title: object) -> None:
    with pytest.raises(PostingRejected, match="no title"):
        parsed(source, a_row(source, 1, **{_TITLES[source]: title}))


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", 7])
def test_a_posting_without_an_address_is_rejected(source: str, url: object) -> None:
    with pytest.raises(PostingRejected, match="no usable address"):
        parsed(source, a_row(source, 1, **{_URLS[source]: url}))


def test_a_row_whose_text_is_broken_is_rejected_alone() -> None:
    raw = msgspec.Raw(b'{"id": "a", "title": "\xff"}')
    found = page_of([raw], partial(ashby._posting, NOW), b"test").postings[0]

    with pytest.raises(PostingRejected, match="decoded"):
        found.parse()


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("nonsense", [None, 7, -1.5, True, "text", [], [None, 3, "x"], {}, {"a": {"b": []}}])
def test_nonsense_in_unimportant_fields_is_dropped(source: str, nonsense: object) -> None:
    row = a_row(source)
    kept = {"id", _TITLES[source], _URLS[source], "isListed"}

    posting = parsed(source, {name: row[name] if name in kept else nonsense for name in row})

    assert posting.title
    assert posting.salary is None
