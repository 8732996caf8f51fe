"""What each filter lets through."""

from datetime import date
from typing import Any

import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.models import EmploymentType, JobStatus, Place, Remote
from tests.support.job_catalogue import CatalogueOf, Search, an_entry, paid, titles

BERLIN = Place("Berlin, Germany", "Berlin", None, "DE")
KRAKOW = Place("Kraków, Poland", "Kraków", None, "PL")


async def _fill(catalogue: CatalogueOf) -> None:
    rich = an_entry(
        "rich",
        company="Acme, Inc.",
        board="acme-robotics",
        places=[BERLIN],
        remote=Remote.HYBRID,
        employment_type=EmploymentType.FULL_TIME,
        seniority="senior",
        salary=paid(80_000, 120_000),
        visa_sponsorship=True,
        posted=date(2026, 2, 1),
    )
    plain = an_entry(
        "plain",
        places=[KRAKOW],
        remote=Remote.REMOTE,
        employment_type=EmploymentType.CONTRACT,
        seniority="junior",
        salary=paid(50_000, None, "PLN"),
        visa_sponsorship=False,
        posted=date(2026, 1, 1),
    )
    silent = an_entry("silent", company="Quiet", board="quiet", posted=date(2025, 12, 1))
    await catalogue.add(rich, silent, source="ashby", board="one")
    await catalogue.add(plain, source="lever", board="two")
    await catalogue.skilled(rich.job_id, "python", "sql")
    await catalogue.skilled(plain.job_id, "python")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"company": ("acme",)}, {"rich"}),
        ({"company": ("Inc. ACME",)}, {"rich"}),
        ({"company": ("robotics",)}, {"rich"}),
        ({"company": ("acme robotics", "quiet")}, {"rich", "silent"}),
        ({"company": ("acme quiet",)}, set()),
        ({"location": ("Berlin, Germany",)}, {"rich"}),
        ({"location": ("krakow", "berlin")}, {"rich", "plain"}),
        ({"location": ("Remote",)}, {"plain"}),
        ({"country": ("DE",)}, {"rich"}),
        ({"country": ("poland", "Deutschland")}, {"rich", "plain"}),
        ({"remote": ("remote", "Hybrid")}, {"rich", "plain"}),
        ({"remote": ("unknown",)}, {"silent"}),
        ({"employment_type": ("contract",)}, {"plain"}),
        ({"seniority": ("senior",)}, {"rich"}),
        ({"salary_min": 100_000.0}, {"rich"}),
        ({"salary_min": 50_000.0}, {"rich", "plain"}),
        ({"salary_min": 50_000.0, "currency": ("pln",)}, {"plain"}),
        ({"skills": ("Python",)}, {"rich", "plain"}),
        ({"skills": ("python", "SQL")}, {"rich"}),
        ({"visa_sponsorship": True}, {"rich"}),
        ({"visa_sponsorship": False}, {"plain"}),
        ({"source": ("lever",)}, {"plain"}),
        ({"source": ("lever", "ashby")}, {"rich", "plain", "silent"}),
        ({"posted_after": date(2026, 1, 1)}, {"rich", "plain"}),
        ({"posted_after": date(2026, 1, 2)}, {"rich"}),
        ({"remote": ("hybrid",), "include_unknown": True}, {"rich", "silent"}),
        ({"remote": ("hybrid",), "salary_min": 90_000.0, "include_unknown": True}, {"rich", "silent"}),
        ({"remote": ("hybrid",), "q": "plain"}, set()),
        ({"status": ("closed",)}, set()),
    ],
)
async def test_a_filter_lets_through(
    catalogue: CatalogueOf, search: Search, asked: dict[str, Any], found: set[str]
) -> None:
    await _fill(catalogue)

    answer = await search(**asked)

    assert set(titles(answer)) == found
    assert answer.page.total == len(found)


@pytest.mark.parametrize(
    ("asked", "unknown"),
    [
        ({}, {}),
        ({"q": "rich", "company": ("acme",), "posted_after": date(2020, 1, 1)}, {}),
        ({"remote": ("hybrid",)}, {"remote": 1}),
        ({"remote": ("hybrid",), "salary_min": 1.0}, {"remote": 0, "salary_min": 0}),
        ({"remote": ("remote", "hybrid"), "visa_sponsorship": True}, {"remote": 0, "visa_sponsorship": 0}),
        ({"location": ("berlin",), "include_unknown": True}, {"location": 1}),
        ({"country": ("DE",)}, {"country": 1}),
        ({"employment_type": ("contract",)}, {"employment_type": 1}),
        ({"seniority": ("lead",)}, {"seniority": 1}),
        ({"currency": ("EUR",)}, {"currency": 1}),
        ({"salary_min": 1.0, "currency": ("EUR",)}, {"salary_min": 1, "currency": 1}),
        ({"skills": ("cobol",)}, {"skills": 1}),
        ({"salary_min": 1.0, "company": ("acme",)}, {"salary_min": 0}),
    ],
)
async def test_what_jobs_do_not_say_is_counted(
    catalogue: CatalogueOf, search: Search, asked: dict[str, Any], unknown: dict[str, int]
) -> None:
    await _fill(catalogue)

    assert (await search(**asked)).unknown_counts == unknown


async def test_several_silent_fields_are_kept_together(catalogue: CatalogueOf, search: Search) -> None:
    await _fill(catalogue)
    asked = {"remote": ("hybrid",), "salary_min": 90_000.0, "country": ("DE",)}

    answer = await search(**asked, include_unknown=True)

    assert set(titles(answer)) == {"rich", "silent"}
    assert answer.unknown_counts == {"country": 1, "remote": 1, "salary_min": 1}


async def test_closed_jobs_are_found_when_they_are_asked_for(catalogue: CatalogueOf, search: Search) -> None:
    gone, here = an_entry("gone"), an_entry("here")
    await catalogue.add(gone, here)
    await catalogue.close(gone)

    assert titles(await search()) == ["here"]
    [closed] = (await search(status=("closed",))).page.items
    assert (closed.title, closed.status, closed.closed_at is not None) == ("gone", JobStatus.CLOSED, True)
    assert set(titles(await search(status=("open", "closed")))) == {"gone", "here"}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"remote": ("moon",)}, "remote: 'moon' is not one of remote, hybrid, onsite, unknown"),
        ({"employment_type": ("gig",)}, "employment_type: 'gig' is not one of full_time"),
        ({"seniority": ("wizard",)}, "seniority: 'wizard' is not one of intern"),
        ({"status": ("ajar",)}, "status: 'ajar' is not one of open, closed"),
        ({"source": ("nowhere",)}, "source: 'nowhere' is not one of "),
        ({"country": ("Narnia",)}, "country: 'Narnia' is not a known country"),
        ({"currency": ("euros",)}, "currency: 'euros' is not an ISO 4217 code"),
        ({"salary_min": float("nan")}, "salary_min: must be a number"),
        ({"salary_min": -1.0}, "salary_min: must be a number"),
        ({"sort": ("match",)}, "sort: match is not available yet"),
        ({"sort": ("salry",)}, "sort: 'salry' is not one of -posted_date"),
        ({"sort": ("relevance",)}, "sort: relevance needs q"),
        ({"sort": ("relevance", "salary"), "q": "x"}, "sort: relevance stands alone"),
        ({"sort": ("salary", "-salary")}, "sort: names a field twice"),
        ({"facets": ("colour",)}, "facets: 'colour' is not one of company"),
        ({"company": ("!!",)}, "company: '!!' has no word"),
        ({"q": "x" * 1001}, "q: must be at most 1000 characters"),
        ({"remote": ("remote",) * 51}, "remote: takes at most 50 values"),
        ({"company": ("x" * 301,)}, "company: must be at most 300 characters"),
        ({"skills": ("a\0b",)}, "skills: must not hold NUL"),
        ({"q": "\ud800"}, "q: is not valid Unicode"),
    ],
)
async def test_a_value_nobody_knows_is_refused(search: Search, asked: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await search(**asked)

    assert str(refused.value).startswith(named)


async def test_filters_are_told_in_their_normal_form(search: Search) -> None:
    answer = await search(
        q="  python ", location=("Remote", "Berlin"), country=("germany",), currency=("eur",), skills=("SQL",)
    )

    assert answer.filters == {
        "q": "python",
        "location": ["Berlin"],
        "country": ["DE"],
        "remote": ["remote"],
        "currency": ["EUR"],
        "skills": ["sql"],
        "status": ["open"],
    }
