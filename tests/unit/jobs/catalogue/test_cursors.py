"""Cursors: positions on their way through a client."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.domain.job_order import BEST_FIRST, NEWEST_FIRST, RANKED_CANDIDATES, JobOrder, SortKey
from careercopilot.modules.jobs.domain.job_positions import After, Ranked, read_cursor, write_cursor

BY_PAY = JobOrder((SortKey("salary", descending=True), SortKey("posted_date", descending=False)))
PAY = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@given(st.dates(), st.uuids())
def test_a_position_by_date_comes_back(day: date, job_id: UUID) -> None:
    for order in (NEWEST_FIRST, BEST_FIRST):
        assert read_cursor(order, write_cursor(order, After((day,), job_id))) == After((day,), job_id)


@given(PAY, st.dates(), st.uuids())
def test_a_position_by_pay_comes_back(pay: float | None, day: date, job_id: UUID) -> None:
    assert read_cursor(BY_PAY, write_cursor(BY_PAY, After((pay, day), job_id))) == After((pay, day), job_id)


@given(st.integers(0, RANKED_CANDIDATES))
def test_a_rank_comes_back(offset: int) -> None:
    assert read_cursor(BEST_FIRST, write_cursor(BEST_FIRST, Ranked(offset))) == Ranked(offset)


@given(st.text() | st.binary().map(lambda raw: raw.hex()) | st.from_regex(r"[A-Za-z0-9_-]*"))
def test_any_other_text_is_refused(cursor: str) -> None:
    for order in (NEWEST_FIRST, BEST_FIRST, BY_PAY):
        with pytest.raises(InvalidInput):
            read_cursor(order, cursor)


@pytest.mark.parametrize("offset", [-1, RANKED_CANDIDATES + 1, 10**9])
def test_a_rank_beyond_the_ranked_is_refused(offset: int) -> None:
    with pytest.raises(InvalidInput):
        read_cursor(BEST_FIRST, write_cursor(BEST_FIRST, Ranked(offset)))
