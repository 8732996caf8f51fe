"""The route by which administrators tell everybody."""

from datetime import timedelta
from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from tests.support.clock import FixedClock
from tests.support.people import PASSWORD, sign_up

PATH = "/api/v1/notifications"
HELLO = {"title": "Maintenance", "body": "On Sunday from 2 to 3.", "priority": "high", "action_url": "/status"}
Headers = dict[str, str]


@pytest.fixture
async def admin(http: AsyncClient, memory_container: AsyncContainer) -> Headers:
    async with memory_container() as scope:
        create_user: CreateUser = await scope.get(CreateUser)
        await create_user(NewUser(email="root@example.org", password=PASSWORD, full_name="Root", admin=True))
    answer = await http.post("/api/v1/auth/login", json={"email": "root@example.org", "password": PASSWORD})
    return {"Authorization": f"Bearer {answer.json()['data']['access_token']}"}


async def listed(http: AsyncClient, headers: Headers) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = (await http.get(PATH, headers=headers)).json()["data"]
    return data


async def test_everybody_who_is_there_is_told(http: AsyncClient, admin: Headers, clock: FixedClock) -> None:
    people = [(await sign_up(http))[1] for _ in range(3)]
    answer = await http.post(PATH, headers=admin, json=HELLO)
    assert answer.status_code == 201, answer.text
    told = answer.json()["data"]
    expected = HELLO | {"type": "announcement", "read_at": None, "created_at": "2026-03-02T09:00:00Z"}
    assert {name: told[name] for name in expected} == expected
    assert (await http.get(answer.headers["location"], headers=admin)).json()["data"] == told
    for headers in (*people, admin):
        (one,) = await listed(http, headers)
        assert one | {"id": "x"} == told | {"id": "x"}
    clock.advance(timedelta(seconds=1))
    _, latecomer = await sign_up(http)
    assert await listed(http, latecomer) == []


async def test_who_does_not_want_announcements_gets_none(http: AsyncClient, admin: Headers) -> None:
    _, headers = await sign_up(http)
    body = {"preferences": {"announcement": {"in_app": False}}}
    for person in (headers, admin):
        await http.put("/api/v1/notification-preferences", headers=person, json=body)
    await http.post(PATH, headers=admin, json=HELLO)
    assert await listed(http, headers) == []
    assert len(await listed(http, admin)) == 1  # the author's own copy


async def test_sent_twice_with_one_key_it_is_told_once(http: AsyncClient, admin: Headers) -> None:
    _, headers = await sign_up(http)
    key = admin | {"Idempotency-Key": str(new_id())}
    answers = [await http.post(PATH, headers=key, json=HELLO) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(await listed(http, headers)) == 1
    assert (await http.post(PATH, headers=key, json=HELLO | {"title": "Other"})).status_code == 422


async def test_only_administrators_announce(http: AsyncClient) -> None:
    _, headers = await sign_up(http)
    answer = await http.post(PATH, headers=headers, json=HELLO)
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "PERMISSION_DENIED")
    assert (await http.post(PATH, json=HELLO)).status_code == 401


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"body": " "}, "body"),
        ({"priority": "extreme"}, "priority"),
        ({"action_url": "javascript:alert(1)"}, "action_url"),
        ({"to": "everybody"}, "to"),
    ],
)
async def test_what_makes_no_sense_is_refused_by_name(
    http: AsyncClient, admin: Headers, changes: dict[str, str], field: str
) -> None:
    answer = await http.post(PATH, headers=admin, json=HELLO | changes)
    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (400, field)
    assert await listed(http, admin) == []
