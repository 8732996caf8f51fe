"""Leaving while other requests of the person are on their way: what only a real database can show."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.entrypoints.http.app import create_app
from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from tests.support.clients import client_of
from tests.support.containers import settings
from tests.support.people import PASSWORD
from tests.support.traces import TOMBSTONES, traces

ME = "/api/v1/users/me"


@pytest.fixture
async def http(postgres_container: AsyncContainer) -> AsyncIterator[AsyncClient]:
    async with client_of(create_app(postgres_container, settings())) as client:
        yield client


async def register(http: AsyncClient, email: str = "ada@example.org") -> dict[str, Any]:
    body = {"email": email, "password": PASSWORD, "full_name": "Ada"}
    return dict((await http.post("/api/v1/auth/register", json=body)).json()["data"])


async def log_in(http: AsyncClient, email: str = "ada@example.org") -> dict[str, Any]:
    answer = await http.post("/api/v1/auth/login", json={"email": email, "password": PASSWORD})
    return {"status": answer.status_code, **answer.json().get("data", {})}


async def refresh(http: AsyncClient, signed_in: dict[str, Any]) -> dict[str, Any]:
    answer = await http.post("/api/v1/auth/refresh", json={"refresh_token": signed_in["refresh_token"]})
    return {"status": answer.status_code, **answer.json().get("data", {})}


async def leave(http: AsyncClient, signed_in: dict[str, Any]) -> int:
    return (await http.delete(ME, headers=bearer(signed_in))).status_code


def bearer(signed_in: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {signed_in['access_token']}"}


async def test_of_several_requests_to_leave_one_is_done(http: AsyncClient) -> None:
    ada = await register(http)
    outcomes = await asyncio.gather(*(leave(http, ada) for _ in range(5)))
    assert sorted(outcomes) == [204, 401, 401, 401, 401]


@pytest.mark.parametrize("head_start", [0.0, 0.03, 0.1])
async def test_nobody_stays_signed_in_who_signed_in_or_went_on_meanwhile(
    http: AsyncClient, postgres_container: AsyncContainer, head_start: float
) -> None:
    ada = await register(http)
    sessions = [await log_in(http) for _ in range(4)]
    others = [asyncio.create_task(refresh(http, session)) for session in sessions]
    others += [asyncio.create_task(log_in(http)) for _ in range(4)]
    await asyncio.sleep(head_start)
    assert await leave(http, ada) == 204
    outcomes = await asyncio.gather(*others)
    assert {outcome["status"] for outcome in outcomes} <= {200, 401}
    for signed_in in [ada, *sessions, *(outcome for outcome in outcomes if outcome["status"] == 200)]:
        assert (await http.get(ME, headers=bearer(signed_in))).status_code == 401
        assert (await refresh(http, signed_in))["status"] == 401
    known = {table for table, _ in await traces(postgres_container, [ada["user"]["id"], "ada@example.org"])}
    assert {table for table in known if not table.endswith(TOMBSTONES)} == {"core.outbox"}, "the erasure to be told"


async def test_of_administrators_who_leave_at_once_one_stays(
    http: AsyncClient, postgres_container: AsyncContainer
) -> None:
    emails = [f"root-{number}@example.org" for number in range(4)]
    for email in emails:
        async with postgres_container() as scope:
            user = NewUser(email=email, password=PASSWORD, full_name="Root", admin=True)
            await (await scope.get(CreateUser))(user)
    administrators = [await log_in(http, email) for email in emails]
    outcomes = await asyncio.gather(*(leave(http, administrator) for administrator in administrators))
    assert sorted(outcomes) == [204, 204, 204, 409]
