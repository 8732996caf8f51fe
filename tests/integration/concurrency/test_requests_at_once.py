"""Requests that come at the same moment, over the real application on a real database."""

import asyncio
from collections import Counter
from typing import Any

import pytest
from httpx import AsyncClient, Response

from tests.support.administration import value
from tests.support.applications import KnownJobs
from tests.support.people import sign_up

APPLICATIONS = "/api/v1/applications"
CROWD = 20


@pytest.fixture
async def someone(http: AsyncClient) -> dict[str, str]:
    return (await sign_up(http))[1]


async def at_once(http: AsyncClient, path: str, body: dict[str, Any], *headers: dict[str, str]) -> list[Response]:
    return list(await asyncio.gather(*(http.post(path, json=body, headers=one) for one in headers)))


async def total(http: AsyncClient, headers: dict[str, str]) -> int:
    answer = await http.get(APPLICATIONS, headers=headers)
    return int(answer.json()["pagination"]["total"])


async def told(url: str, name: str) -> object:
    return await value(url, f"SELECT count(*) FROM core.outbox WHERE name = '{name}'")


async def test_twenty_with_one_key_make_one_application_and_have_the_same_answer(
    http: AsyncClient, someone: dict[str, str], known_jobs: KnownJobs, database_url: str
) -> None:
    body = {"job_id": str(known_jobs.add()), "status": "applied"}
    keyed = {**someone, "Idempotency-Key": "one"}
    answers = await at_once(http, APPLICATIONS, body, *[keyed] * CROWD)
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert sum("idempotency-replayed" not in answer.headers for answer in answers) == 1
    assert await total(http, someone) == 1
    assert await told(database_url, "tracking.application-submitted.v1") == 1


async def test_twenty_without_a_key_make_one_application_and_the_others_hear_of_it(
    http: AsyncClient, someone: dict[str, str], known_jobs: KnownJobs, database_url: str
) -> None:
    body = {"job_id": str(known_jobs.add()), "status": "applied"}
    answers = await at_once(http, APPLICATIONS, body, *[someone] * CROWD)
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: CROWD - 1}
    (made,) = (answer.json()["data"]["id"] for answer in answers if answer.status_code == 201)
    errors = [answer.json()["error"] for answer in answers if answer.status_code == 409]
    assert {error["code"] for error in errors} == {"ALREADY_EXISTS"}
    assert made in str(errors[0]["details"])
    assert await total(http, someone) == 1
    assert await told(database_url, "tracking.application-submitted.v1") == 1


async def test_twenty_with_keys_of_their_own_make_one_application_as_well(
    http: AsyncClient, someone: dict[str, str], known_jobs: KnownJobs
) -> None:
    body = {"job_id": str(known_jobs.add())}
    keys = [{**someone, "Idempotency-Key": f"key-{number}"} for number in range(CROWD)]
    answers = await at_once(http, APPLICATIONS, body, *keys)
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: CROWD - 1}
    again = await at_once(http, APPLICATIONS, body, *keys)
    assert [a.content for a in again] == [a.content for a in answers]


async def test_one_key_of_two_people_makes_an_application_for_each(http: AsyncClient, known_jobs: KnownJobs) -> None:
    people = [(await sign_up(http))[1] for _ in range(2)]
    body = {"job_id": str(known_jobs.add())}
    keyed = [{**headers, "Idempotency-Key": "same"} for headers in people * 5]
    answers = await at_once(http, APPLICATIONS, body, *keyed)
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["data"]["id"] for answer in answers}) == 2


async def test_of_twenty_moves_at_once_one_is_made(http: AsyncClient, someone: dict[str, str]) -> None:
    made = await http.post(
        APPLICATIONS, json={"title": "Gardener", "company": "Tulip", "status": "applied"}, headers=someone
    )
    path, before = f"{APPLICATIONS}/{made.json()['data']['id']}", made.json()["data"]["version"]
    answers = await at_once(http, f"{path}/transitions", {"to": "screening"}, *[someone] * CROWD)
    statuses = Counter(answer.status_code for answer in answers)
    moved = [answer for answer in answers if answer.is_success]
    assert len(moved) == 1
    assert set(statuses) - {moved[0].status_code} <= {409, 412}
    after = (await http.get(path, headers=someone)).json()["data"]
    assert (after["status"], after["version"]) == ("screening", before + 1)
    timeline = (await http.get(f"{path}/timeline", headers=someone)).json()["data"]
    assert str(timeline).count("'screening'") == 1


async def test_twenty_registrations_of_one_address_make_one_account(http: AsyncClient) -> None:
    body = {"email": "robin@example.org", "password": "correct horse battery staple", "full_name": "Robin"}
    answers = await at_once(http, "/api/v1/auth/register", body, *[{}] * CROWD)
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: CROWD - 1}
