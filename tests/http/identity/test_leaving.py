"""Taking one's data along and leaving, over HTTP."""

import json
from datetime import timedelta
from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient, Response

from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from tests.support.archives import unpacked
from tests.support.clock import FixedClock
from tests.support.people import PASSWORD, sign_up

Http = AsyncClient
ME = "/api/v1/users/me"


async def leave(http: Http, headers: dict[str, str], body: Any = None) -> Response:
    given = {} if body is None else {"json": body}
    return await http.request("DELETE", ME, headers=headers, **given)


async def log_in(http: Http, email: str) -> Response:
    return await http.post("/api/v1/auth/login", json={"email": email, "password": PASSWORD})


async def an_admin(http: Http, container: AsyncContainer, email: str) -> dict[str, str]:
    async with container() as scope:
        create_user: CreateUser = await scope.get(CreateUser)
        await create_user(NewUser(email=email, password=PASSWORD, full_name="Root", admin=True))
    token = (await log_in(http, email)).json()["data"]["access_token"]
    return {"Authorization": f"Bearer {token}"}


async def test_who_left_is_nobody_any_more(http: Http) -> None:
    user, headers = await sign_up(http)
    session = (await log_in(http, user["email"])).json()["data"]
    other_device = {"Authorization": f"Bearer {session['access_token']}"}
    answer = await leave(http, headers)
    assert (answer.status_code, answer.content) == (204, b"")
    for token in (headers, other_device):
        assert (await http.get(ME, headers=token)).status_code == 401
    refresh = await http.post("/api/v1/auth/refresh", json={"refresh_token": session["refresh_token"]})
    assert refresh.status_code == 401
    assert (await log_in(http, user["email"])).status_code == 401


async def test_the_address_is_free_for_somebody_new(http: Http) -> None:
    user, headers = await sign_up(http)
    await leave(http, headers)
    body = {"email": user["email"], "password": PASSWORD, "full_name": "Somebody New"}
    again = await http.post("/api/v1/auth/register", json=body)
    assert again.status_code == 201
    assert again.json()["data"]["user"]["id"] != user["id"]


async def test_others_stay(http: Http) -> None:
    _, headers = await sign_up(http)
    other, other_headers = await sign_up(http)
    await leave(http, headers)
    assert (await http.get(ME, headers=other_headers)).json()["data"] == other


async def refreshed(http: Http, refresh_token: str) -> dict[str, str]:
    answer = await http.post("/api/v1/auth/refresh", json={"refresh_token": refresh_token})
    return {"Authorization": f"Bearer {answer.json()['data']['access_token']}"}


@pytest.mark.parametrize("body", [None, {}, {"password": None}])
async def test_some_time_after_signing_in_the_password_is_needed(http: Http, clock: FixedClock, body: Any) -> None:
    user, _ = await sign_up(http)
    session = (await log_in(http, user["email"])).json()["data"]
    clock.advance(timedelta(minutes=15, seconds=1))
    headers = await refreshed(http, session["refresh_token"])  # going on with a session proves nothing anew
    refused = await leave(http, headers, body)
    assert refused.status_code == 403
    error = refused.json()["error"]
    assert error["code"] == "PERMISSION_DENIED"
    assert "password" in error["message"]
    assert (await http.get(ME, headers=headers)).status_code == 200
    assert (await leave(http, headers, {"password": PASSWORD})).status_code == 204


async def test_a_wrong_password_is_refused_however_lately_one_signed_in(http: Http) -> None:
    _, headers = await sign_up(http)
    refused = await leave(http, headers, {"password": "not the right one"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "PERMISSION_DENIED")
    assert (await http.get(ME, headers=headers)).status_code == 200


@pytest.mark.parametrize("body", [{"pasword": "x"}, {"password": 7}, {"password": "x" * 1025}, [], "x"])
async def test_a_body_that_does_not_fit_is_refused(http: Http, body: Any) -> None:
    _, headers = await sign_up(http)
    refused = await leave(http, headers, body)
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "VALIDATION_ERROR")
    assert (await http.get(ME, headers=headers)).status_code == 200


async def test_the_only_administrator_stays_until_there_is_another(
    http: Http, memory_container: AsyncContainer
) -> None:
    headers = await an_admin(http, memory_container, "root@example.org")
    refused = await leave(http, headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "CONFLICT")
    assert "administrator" in refused.json()["error"]["message"]
    await an_admin(http, memory_container, "other@example.org")
    assert (await leave(http, headers)).status_code == 204


async def test_the_export_is_an_archive_of_everything(http: Http) -> None:
    user, headers = await sign_up(http, "Zoë Łódź")
    application = {"title": "Gardener", "company": "Tulip & Sons", "notes": "Ask for Kim."}
    tracked = (await http.post("/api/v1/applications", json=application, headers=headers)).json()["data"]
    answer = await http.get(f"{ME}/export", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    records = unpacked(answer.content)
    assert records["identity/profile.json"] == user
    assert [session["ended_at"] for session in records["identity/sessions.json"]] == [None]
    assert records["tracking/applications.json"] == [tracked]
    assert [timeline["application_id"] for timeline in records["tracking/timelines.json"]] == [tracked["id"]]
    assert records["jobs/saved-jobs.json"] == records["jobs/hidden-jobs.json"] == []


async def test_the_export_holds_no_secret_and_nobody_else(http: Http) -> None:
    user, headers = await sign_up(http)
    other, other_headers = await sign_up(http, "Kim Elsewhere")
    await http.post("/api/v1/applications", json={"title": "Baker", "company": "Crumbs"}, headers=other_headers)
    session = (await log_in(http, user["email"])).json()["data"]
    text = json.dumps(unpacked((await http.get(f"{ME}/export", headers=headers)).content))
    secrets = ("$argon2", "digest", "password", session["access_token"], session["refresh_token"])
    strangers = (other["id"], other["email"], "Kim Elsewhere", "Crumbs")
    assert [word for word in (*secrets, *strangers) if word in text] == []


async def test_a_large_export_is_whole(http: Http) -> None:
    _, headers = await sign_up(http)
    for number in range(120):
        body = {"title": f"Gardener {number}", "company": "Tulip & Sons", "notes": f"{number} " * 4_000}
        assert (await http.post("/api/v1/applications", json=body, headers=headers)).status_code == 201
    records = unpacked((await http.get(f"{ME}/export", headers=headers)).content)
    assert len(records["tracking/applications.json"]) == 120
    assert records["tracking/applications.json"][-1]["title"] == "Gardener 119"
