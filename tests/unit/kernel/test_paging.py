"""What a page request takes, and how counts are reported."""

import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.paging import COUNT_CAP, MAX_DEPTH, MAX_LIMIT, Page, PageRequest, capped


def test_without_wishes_it_is_the_first_page_of_twenty() -> None:
    assert (PageRequest().page, PageRequest().limit, PageRequest().offset) == (1, 20, 0)


def test_the_offset_counts_the_rows_before_the_page() -> None:
    assert PageRequest(page=3, limit=25).offset == 50


@pytest.mark.parametrize(("page", "limit"), [(1, 1), (1, MAX_LIMIT), (MAX_DEPTH // MAX_LIMIT, MAX_LIMIT), (10_000, 1)])
def test_the_outermost_pages_are_taken(page: int, limit: int) -> None:
    assert PageRequest(page=page, limit=limit).page == page


@pytest.mark.parametrize("page", [0, -1])
def test_a_page_before_the_first_is_refused(page: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        PageRequest(page=page)
    assert caught.value.details["field"] == "page"


@pytest.mark.parametrize("limit", [0, -1, MAX_LIMIT + 1])
def test_a_limit_outside_of_1_to_100_is_refused(limit: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        PageRequest(limit=limit)
    assert caught.value.details["field"] == "limit"


def test_a_page_beyond_ten_thousand_rows_is_refused_and_names_the_cursor() -> None:
    with pytest.raises(InvalidInput, match="cursor"):
        PageRequest(page=101, limit=100)


@pytest.mark.parametrize(("total", "pages"), [(0, 0), (1, 1), (20, 1), (21, 2)])
def test_total_pages_count_the_last_one_even_when_it_is_not_full(total: int, pages: int) -> None:
    assert Page[int](items=(), request=PageRequest(limit=20), total=total).total_pages == pages


@pytest.mark.parametrize(
    ("total", "reported"),
    [(0, (0, "eq")), (COUNT_CAP, (COUNT_CAP, "eq")), (COUNT_CAP + 1, (COUNT_CAP, "gte"))],
)
def test_counts_are_exact_up_to_ten_thousand(total: int, reported: tuple[int, str]) -> None:
    assert capped(total) == reported
