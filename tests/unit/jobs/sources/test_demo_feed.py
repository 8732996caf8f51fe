"""The demo source."""

import re
from collections import Counter
from datetime import timedelta

import pytest

from careercopilot.adapters.demo.jobs.feed import DemoFeed
from careercopilot.adapters.html.jobs import NhHtmlCleaner
from careercopilot.modules.jobs.domain.posting import Posting
from careercopilot.modules.jobs.domain.seniority import SENIORITIES
from careercopilot.modules.jobs.ports.board_reader import BoardError, FoundPosting
from tests.support.clock import FixedClock


async def found(clock: FixedClock) -> list[FoundPosting]:
    return [posting async for page in DemoFeed(clock).read("demo", None) for posting in page.postings]


async def postings(clock: FixedClock) -> list[Posting]:
    return [posting.parse() for posting in await found(clock)]


async def test_there_is_much_to_see_and_everything_is_distinct(clock: FixedClock) -> None:
    read = await postings(clock)

    assert 240 <= len(read) <= 400
    assert len({posting.external_id for posting in read}) == len(read)
    assert len({posting.description_html for posting in read}) == len(read)
    assert len({posting.company_name for posting in read}) == 40
    assert len({(posting.company_name, posting.title) for posting in read}) == len(read)


async def test_it_is_the_same_every_time_and_the_days_follow_the_clock(clock: FixedClock) -> None:
    first = await found(clock)
    clock.advance(timedelta(days=3))
    later = await found(clock)

    assert [(one.external_id, one.fingerprint) for one in first] == [
        (one.external_id, one.fingerprint) for one in later
    ]
    before, after = first[0].parse().posted_at, later[0].parse().posted_at
    assert before is not None
    assert after is not None
    assert after - before == timedelta(days=3)


async def test_every_posting_says_that_it_is_a_demo_and_reads_like_one(clock: FixedClock) -> None:
    for posting in await postings(clock):
        words = len(re.sub(r"<[^>]+>", " ", posting.description_html).split())
        assert "Demo posting: this employer is fictional." in posting.description_html
        assert 120 <= words <= 250
        assert posting.url.startswith("https://demo.careercopilot.invalid/jobs/")
        assert posting.posted_at is not None
        assert posting.posted_at < clock.now()
        assert posting.seniority is None or posting.seniority in SENIORITIES
        assert posting.locations


async def test_the_descriptions_are_already_clean(clock: FixedClock) -> None:
    sources = [posting.description_html for posting in await postings(clock)]

    cleaned = NhHtmlCleaner().clean(sources)

    assert all(clean.text and "<h3>" in clean.html and "None" not in clean.text for clean in cleaned)


async def test_all_kinds_of_work_are_there(clock: FixedClock) -> None:
    read = await postings(clock)

    assert set(Counter(posting.language for posting in read)) == {"en", "de", "fr", "es", "pl"}
    assert {posting.remote for posting in read} == {"remote", "hybrid", "onsite"}
    assert len({posting.salary.currency for posting in read if posting.salary}) >= 10
    assert any(posting.salary is None for posting in read)
    assert all(posting.remote_countries for posting in read if posting.remote == "remote")
    assert len({place.country for posting in read for place in posting.locations}) >= 15
    titles = " ".join(posting.title for posting in read)
    assert all(
        word in titles for word in ("Nurse", "Electrician", "Accountant", "Teacher", "Driver", "Designer", "Data")
    )


async def test_there_is_one_board(clock: FixedClock) -> None:
    with pytest.raises(BoardError) as failure:
        await anext(aiter(DemoFeed(clock).read("another", None)))

    assert failure.value.code == "board_not_found"
