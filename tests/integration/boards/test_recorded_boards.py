"""Recordings of real boards: every posting is understood, and quickly."""

from datetime import UTC, datetime
from functools import partial

import msgspec
import pytest

from careercopilot.adapters.boards.jobs import ashby, greenhouse, lever, whole_boards
from careercopilot.adapters.boards.jobs.json_rows import Parser, decode_rows, page_of
from careercopilot.adapters.html.jobs import NhHtmlCleaner
from careercopilot.modules.jobs.domain.posting import Posting
from tests.support.board_fixtures import SOURCES
from tests.support.real_data import recorded_bodies, snapshot_rows

NOW = datetime(2027, 1, 1, tzinfo=UTC)


def rows_of(source: str, body: bytes) -> list[msgspec.Raw]:
    if source == "lever":
        return decode_rows(lever._rows, body)
    return decode_rows(whole_boards._board, body).jobs


def understood(parser: Parser, rows: list[msgspec.Raw]) -> list[Posting]:
    page = page_of(rows, parser, b"test")
    assert page.unreadable == ()
    return [found.parse() for found in page.postings]


@pytest.mark.parametrize("source", SOURCES)
def test_every_recorded_posting_is_understood(source: str) -> None:
    parser = partial({"ashby": ashby, "greenhouse": greenhouse, "lever": lever}[source]._posting, NOW)
    read = [
        posting for body in recorded_bodies(source).values() for posting in understood(parser, rows_of(source, body))
    ]

    assert read
    assert all(posting.posted_at for posting in read)
    clean = NhHtmlCleaner().clean([posting.description_html for posting in read])
    assert all(description.text for description in clean)


@pytest.mark.slow
def test_every_posting_of_a_large_crawl_is_understood() -> None:
    rows = [msgspec.Raw(msgspec.json.encode(row)) for row in snapshot_rows()]

    read = understood(partial(greenhouse._posting, NOW), rows)

    placed = sum(1 for posting in read if any(place.country for place in posting.locations))
    assert len(read) == len(rows)
    assert placed / len(read) > 0.85
