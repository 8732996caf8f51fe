"""The filters of saved searches."""

from datetime import date
from typing import Any

import msgspec
import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.domain.job_filters import read_filters
from careercopilot.modules.jobs.domain.search_filters import (
    changed_query,
    name_of,
    read_again,
    read_search_filters,
    written,
)

SOURCES = ("ashby", "lever")
EVERY: dict[str, Any] = {
    "q": ' "site reliability" -senior c++ ',
    "company": ("Acme, Inc.", "Łódź Works"),
    "location": ("Berlin, Germany", "remote"),
    "country": ("Germany", "pl"),
    "remote": ("Hybrid",),
    "employment_type": ("full_time",),
    "seniority": ("senior",),
    "salary_min": 50_000.5,
    "currency": ("eur",),
    "skills": ("Python", "SQL"),
    "visa_sponsorship": False,
    "source": ("lever",),
    "posted_after": date(2026, 2, 28),
    "include_unknown": True,
}


def test_they_are_read_as_a_list_reads_them() -> None:
    assert read_search_filters(JobQuery(**EVERY), SOURCES) == read_filters(JobQuery(**EVERY), SOURCES)


@pytest.mark.parametrize("name", sorted(EVERY))
def test_each_is_kept_and_read_again_as_it_was(name: str) -> None:
    filters = read_search_filters(JobQuery(**{"q": "gardener", name: EVERY[name]}), SOURCES)
    assert read_again(msgspec.json.decode(msgspec.json.encode(written(filters)))) == filters


def test_a_source_that_was_switched_off_is_still_read() -> None:
    assert read_again({"source": ["demo"], "status": ["open"]}).source == ("demo",)


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"country": ("Atlantis",)}, "filters.country"),
        ({"remote": ("sometimes",)}, "filters.remote"),
        ({"source": ("demo",)}, "filters.source"),
        ({"salary_min": -1.0}, "filters.salary_min"),
        ({"q": "!!"}, "filters.q"),
        ({"q": "x" * 1_001}, "filters.q"),
        ({"q": "gardener", "status": ("closed",)}, "filters.status"),
        ({"q": "gardener", "status": ("open", "closed")}, "filters.status"),
        ({"q": "gardener", "include_hidden": True}, "filters.include_hidden"),
        ({}, "filters"),
        ({"q": " ", "company": (" ",)}, "filters"),
        ({"status": ("open",), "include_unknown": True}, "filters"),
    ],
)
def test_what_does_not_fit_is_named(asked: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_search_filters(JobQuery(**asked), SOURCES)
    assert refused.value.details["field"] == field


def test_changes_replace_what_they_name_and_take_away_what_is_none() -> None:
    filters = read_search_filters(JobQuery(q="gardener", country=("DE",), visa_sponsorship=True), SOURCES)

    query = changed_query(filters, {"country": ("PL", "FR"), "visa_sponsorship": None, "salary_min": 1_000})

    assert read_search_filters(query, SOURCES).applied() == {
        "q": "gardener",
        "country": ["PL", "FR"],
        "salary_min": 1_000,
        "status": ["open"],
    }


@pytest.mark.parametrize("name", ["sort", "facets", "include_hidden", "colour"])
def test_a_change_of_what_is_no_filter_is_refused(name: str) -> None:
    filters = read_search_filters(JobQuery(q="gardener"), SOURCES)
    with pytest.raises(InvalidInput, match=f"filters.{name}"):
        changed_query(filters, {name: "x"})


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"q": "site reliability", "country": ("DE", "PL")}, "site reliability, DE, PL"),
        ({"salary_min": 60_000.0, "currency": ("EUR",), "visa_sponsorship": True}, "from 60000, visa sponsorship, EUR"),
        ({"posted_after": date(2026, 3, 1), "include_unknown": True}, "posted after 2026-03-01"),
        ({"q": "x" * 500}, "x" * 99 + "…"),
    ],
)
def test_a_search_without_a_name_is_called_by_what_it_looks_for(asked: dict[str, Any], name: str) -> None:
    assert name_of(read_search_filters(JobQuery(**asked), SOURCES)) == name
