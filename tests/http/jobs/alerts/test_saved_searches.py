"""The routes of saved searches."""

from datetime import timedelta
from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.kernel.ids import new_id
from tests.support.alerts import Alerts
from tests.support.clock import FixedClock
from tests.support.job_catalogue import an_entry
from tests.support.people import sign_up

SEARCHES = "/api/v1/saved-searches"


@pytest.fixture
async def seeker(http: AsyncClient) -> AsyncClient:
    """The client, signed in."""
    _, headers = await sign_up(http)
    http.headers.update(headers)
    return http


async def save(seeker: AsyncClient, **body: Any) -> dict[str, Any]:
    answer = await seeker.post(SEARCHES, json={"filters": {"q": "gardener"}, **body})
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"{SEARCHES}/{answer.json()['data']['id']}"
    return dict(answer.json()["data"])


async def test_a_saved_search_can_be_read_again(seeker: AsyncClient) -> None:
    saved = await save(seeker, name="Gardens", frequency="weekly")

    answer = await seeker.get(f"{SEARCHES}/{saved['id']}")
    again = await seeker.get(f"{SEARCHES}/{saved['id']}", headers={"If-None-Match": answer.headers["etag"]})

    assert answer.json()["data"] == saved
    assert set(saved) == {
        "id", "name", "filters", "frequency", "last_matched_at", "version", "created_at", "updated_at",
    }  # fmt: skip
    assert (saved["name"], saved["frequency"], saved["last_matched_at"]) == ("Gardens", "weekly", None)
    assert saved["filters"] == {"q": "gardener", "status": ["open"]}
    assert again.status_code == 304


async def test_without_name_and_frequency_it_is_called_by_its_filters_and_told_daily(seeker: AsyncClient) -> None:
    saved = await save(seeker, filters={"q": "head gardener", "country": "Germany, PL", "salary_min": 40000})
    assert (saved["name"], saved["frequency"]) == ("head gardener, from 40000, DE, PL", "daily")
    assert saved["filters"]["country"] == ["DE", "PL"]


async def test_the_filters_that_a_list_tells_can_be_saved(seeker: AsyncClient) -> None:
    asked = (
        "q=gardener&company=Acme, Inc.&location=Berlin, Germany;remote&country=DE,PL&employment_type=full_time"
        "&seniority=senior&salary_min=50000&currency=eur&skills=python&visa_sponsorship=false&source=ashby"
        "&posted_after=2026-03-01&include_unknown=true"
    )
    listed = await seeker.get(f"/api/v1/jobs?{asked}")
    assert listed.status_code == 200, listed.text

    saved = await save(seeker, filters=listed.json()["filters"])

    assert saved["filters"] == listed.json()["filters"]


@pytest.mark.parametrize(
    ("filters", "named"),
    [
        ({"colour": "green"}, "colour"),
        ({"sort": "salary"}, "sort"),
        ({"q": "gardener", "include_hidden": True}, "include_hidden"),
        ({"country": "Atlantis"}, "filters.country"),
        ({"remote": ["remote", "sometimes"]}, "filters.remote"),
        ({"q": "gardener", "status": "closed"}, "filters.status"),
        ({"salary_min": -1}, "filters.salary_min"),
        ({"salary_min": "much"}, "salary_min"),
        ({"visa_sponsorship": "yes"}, "visa_sponsorship"),
        ({"posted_after": "yesterday"}, "posted_after"),
        ({"country": [7]}, "country"),
        ({}, "filters"),
        ({"status": "open"}, "filters"),
        (None, "filters"),
    ],
)
async def test_an_unknown_filter_or_value_is_named(seeker: AsyncClient, filters: object, named: str) -> None:
    answer = await seeker.post(SEARCHES, json={"filters": filters})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "VALIDATION_ERROR")
    assert named in f"{error['details']['field']} {error['details']['reason']}"


@pytest.mark.parametrize(
    "body", [{}, {"name": "x"}, {"filters": {"q": "x"}, "frequency": "hourly"}, {"filters": {"q": "x"}, "name": ""}]
)
async def test_a_body_that_does_not_fit_is_refused(seeker: AsyncClient, body: dict[str, Any]) -> None:
    answer = await seeker.post(SEARCHES, json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "VALIDATION_ERROR")


async def test_the_same_key_saves_once(seeker: AsyncClient) -> None:
    body, headers = {"filters": {"q": "gardener"}}, {"Idempotency-Key": "once"}
    first, second = [await seeker.post(SEARCHES, json=body, headers=headers) for _ in range(2)]
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert (await seeker.get(SEARCHES)).json()["pagination"]["total"] == 1


async def test_fields_given_are_changed_and_null_takes_a_filter_away(seeker: AsyncClient) -> None:
    saved = await save(seeker, filters={"q": "gardener", "country": ["DE"]})
    path = f"{SEARCHES}/{saved['id']}"

    changed = await seeker.patch(path, json={"filters": {"country": None, "remote": "remote"}, "frequency": "never"})
    named = await seeker.patch(path, json={"name": "Gardens"}, headers={"If-Match": changed.headers["etag"]})
    stale = await seeker.patch(path, json={"name": "x"}, headers={"If-Match": changed.headers["etag"]})
    empty = await seeker.patch(path, json={"filters": {"q": None, "remote": None}})

    assert changed.json()["data"]["filters"] == {"q": "gardener", "remote": ["remote"], "status": ["open"]}
    assert (named.json()["data"]["name"], named.json()["data"]["frequency"]) == ("Gardens", "never")
    assert (stale.status_code, stale.json()["error"]["code"]) == (412, "PRECONDITION_FAILED")
    assert (empty.status_code, empty.json()["error"]["details"]["field"]) == (400, "filters")


async def test_a_saved_search_is_deleted_once(seeker: AsyncClient) -> None:
    path = f"{SEARCHES}/{(await save(seeker))['id']}"
    assert (await seeker.delete(path, headers={"If-Match": '"v9"'})).status_code == 412
    assert [(await seeker.delete(path)).status_code for _ in range(2)] == [204, 404]


async def test_lists_are_paged(seeker: AsyncClient, clock: FixedClock) -> None:
    for name in ("first", "second", "third"):
        await save(seeker, name=name)
        clock.advance(timedelta(seconds=1))
    answer = (await seeker.get(f"{SEARCHES}?page=1&limit=2")).json()
    assert [one["name"] for one in answer["data"]] == ["third", "second"]
    assert (answer["pagination"]["total"], answer["filters"]) == (3, {})


async def test_the_hundred_and_first_is_refused_plainly(seeker: AsyncClient) -> None:
    for _ in range(100):
        await save(seeker)
    answer = await seeker.post(SEARCHES, json={"filters": {"q": "gardener"}})
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "CONFLICT")
    assert "100 searches already" in answer.json()["error"]["message"]


async def test_another_persons_is_not_there(seeker: AsyncClient) -> None:
    path = f"{SEARCHES}/{(await save(seeker))['id']}"
    _, stranger = await sign_up(seeker)
    asked = [
        await seeker.get(path, headers=stranger),
        await seeker.patch(path, json={"name": "x"}, headers=stranger),
        await seeker.delete(path, headers=stranger),
        await seeker.get(f"{SEARCHES}/{new_id()}"),
    ]
    assert [answer.status_code for answer in asked] == [404] * 4
    assert (await seeker.get(SEARCHES, headers=stranger)).json()["data"] == []


async def test_nobody_is_served_unknown(http: AsyncClient) -> None:
    assert (await http.get(SEARCHES)).status_code == 401


async def test_a_find_is_seen_and_makes_a_new_version(seeker: AsyncClient, memory_container: AsyncContainer) -> None:
    saved, alerts = await save(seeker, frequency="instant"), Alerts(memory_container)
    await alerts.arrive(an_entry("Gardener"))
    await alerts.match()

    answer = await seeker.get(f"{SEARCHES}/{saved['id']}", headers={"If-None-Match": '"v1"'})

    assert answer.status_code == 200
    assert answer.headers["etag"] == '"v2"'
    assert answer.json()["data"]["last_matched_at"] is not None
