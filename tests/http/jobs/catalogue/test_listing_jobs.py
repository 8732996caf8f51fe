"""GET /jobs."""

from typing import Any

import pytest
from httpx import AsyncClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercopilot.modules.jobs.api.models import Place, Remote
from tests.support.job_catalogue import CatalogueOf, an_entry, paid

JOBS = "/api/v1/jobs"
CARD = {
    "id", "title", "company", "locations", "remote", "remote_countries", "employment_type", "seniority", "salary",
    "visa_sponsorship", "skills", "language", "url", "apply_url", "posted_date", "first_seen_at", "last_seen_at",
    "closed_at", "status", "reposted_from", "ghost_risk", "postings", "viewer",
}  # fmt: skip

Client = AsyncClient


async def test_a_list_has_the_shape_of_the_contract(reader: Client, catalogue: CatalogueOf) -> None:
    berlin = Place("Berlin, Germany", "Berlin", None, "DE")
    entry = an_entry("Gardener", remote=Remote.HYBRID, places=[berlin], salary=paid(40_000, 50_000))
    await catalogue.add(entry)

    body = (await reader.get(JOBS)).json()

    assert body["pagination"] == {
        "page": 1, "limit": 20, "total": 1, "total_pages": 1, "total_relation": "eq", "next_cursor": None,
    }  # fmt: skip
    assert body["filters"] == {"status": ["open"]}
    assert (body["unknown_counts"], body["corrections"], "facets" in body) == ({}, [], False)
    [card] = body["data"]
    assert set(card) == CARD
    assert card["company"] == {"name": "Green Thumb", "url": None}
    assert card["locations"] == [{"text": "Berlin, Germany", "city": "Berlin", "region": None, "country": "DE"}]
    assert card["salary"] == {
        "min": 40_000, "max": 50_000, "currency": "EUR", "period": None, "annual_min": 40_000, "annual_max": 50_000,
        "source": "stated", "text": None,
    }  # fmt: skip
    assert card["ghost_risk"] == {"level": "unknown", "reasons": []}
    assert card["viewer"] == {"saved": False, "hidden": False, "application_id": None, "match_score": None}
    assert (card["posted_date"], card["first_seen_at"]) == ("2026-03-01", "2026-03-01T12:00:00Z")
    assert set(card["postings"][0]) == {
        "source", "external_id", "url", "first_seen_at", "last_seen_at", "attribution",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("remote=remote,hybrid", {"remote": ["remote", "hybrid"]}),
        ("remote=remote&remote=hybrid", {"remote": ["remote", "hybrid"]}),
        ("location=remote", {"remote": ["remote"]}),
        ("location=Berlin,%20Germany;Bonn", {"location": ["Berlin, Germany", "Bonn"]}),
        ("company=Acme,%20Inc.,Quiet", {"company": ["Acme, Inc.", "Quiet"]}),
        ("country=germany,PL", {"country": ["DE", "PL"]}),
        ("q=%20python%20&status=closed", {"q": "python", "status": ["closed"]}),
        ("salary_min=50000&currency=eur", {"salary_min": 50_000, "currency": ["EUR"]}),
        ("posted_after=2026-01-31", {"posted_after": "2026-01-31"}),
        ("visa_sponsorship=false", {"visa_sponsorship": False}),
        ("include_hidden=true&include_unknown=true", {"include_hidden": True, "include_unknown": True}),
        ("sort=-salary,posted_date&page=2&limit=5", {}),
    ],
)
async def test_filters_are_echoed_as_they_were_understood(reader: Client, query: str, filters: dict[str, Any]) -> None:
    answer = await reader.get(f"{JOBS}?{query}")

    assert answer.status_code == 200, answer.text
    assert answer.json()["filters"] == {"status": ["open"], **filters}


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("remote=moon", "remote"),
        ("employment_type=gig", "employment_type"),
        ("status=ajar", "status"),
        ("source=nowhere", "source"),
        ("sort=match", "sort"),
        ("sort=colour", "sort"),
        ("facets=colour", "facets"),
        ("q=***", "q"),
        ("salary_min=much", "salary_min"),
        ("salary_min=nan", "salary_min"),
        ("visa_sponsorship=maybe", "visa_sponsorship"),
        ("posted_after=yesterday", "posted_after"),
        ("page=0", "page"),
        ("limit=101", "limit"),
        ("page=101&limit=100", "page"),
        ("cursor=nonsense", "cursor"),
        ("colour=red", "colour"),
        ("q=%00", "query"),
    ],
)
async def test_what_does_not_fit_is_refused_by_name(reader: Client, query: str, field: str) -> None:
    answer = await reader.get(f"{JOBS}?{query}")

    assert answer.status_code == 400, answer.text
    error = answer.json()["error"]
    assert (error["code"], error["details"]["field"]) == ("VALIDATION_ERROR", field)


async def test_a_page_too_deep_names_the_cursor(reader: Client) -> None:
    answer = await reader.get(f"{JOBS}?page=10001&limit=1")

    assert "cursor" in answer.json()["error"]["details"]["reason"]


async def test_a_list_goes_on_with_its_cursor(reader: Client, catalogue: CatalogueOf) -> None:
    await catalogue.add(*(an_entry(str(day), days_ago=day) for day in range(5)))

    first = (await reader.get(JOBS, params={"limit": 3})).json()
    rest = (await reader.get(JOBS, params={"limit": 3, "cursor": first["pagination"]["next_cursor"]})).json()

    assert [job["title"] for job in first["data"] + rest["data"]] == ["0", "1", "2", "3", "4"]
    assert rest["pagination"]["next_cursor"] is None


async def test_facets_unknown_counts_and_corrections_stand_at_the_top(reader: Client, catalogue: CatalogueOf) -> None:
    await catalogue.add(an_entry("Gardener", remote=Remote.REMOTE), an_entry("Gardener"))

    body = (await reader.get(f"{JOBS}?q=gardner&remote=remote&facets=remote,company")).json()

    assert body["corrections"] == [{"from": "gardner", "to": "gardener"}]
    assert body["unknown_counts"] == {"remote": 1}
    assert body["facets"] == {
        "remote": [{"value": "remote", "count": 1}],
        "company": [{"value": "Green Thumb", "count": 1}],
    }


async def test_nobody_reads_without_signing_in(http: Client) -> None:
    assert (await http.get(JOBS)).status_code == 401


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(q=st.text(max_size=40))
async def test_any_text_can_be_searched_for(reader: Client, q: str) -> None:
    answer = await reader.get(JOBS, params={"q": q.encode(errors="surrogatepass")})

    assert answer.status_code in {200, 400}, answer.text
