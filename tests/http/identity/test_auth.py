"""Signing up, in and out over HTTP."""

from datetime import timedelta
from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from tests.support.clock import FixedClock

Http = AsyncClient

ADA = {"email": "Ada@Example.org", "password": "correct horse battery staple", "full_name": "Ada Lovelace"}
CREDENTIALS = {"email": ADA["email"], "password": ADA["password"]}


async def signed_up(http: Http) -> dict[str, Any]:
    answer = await http.post("/api/v1/auth/register", json=ADA)
    assert answer.status_code == 201, answer.text
    data: dict[str, Any] = answer.json()["data"]
    return data


def bearer(data: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {data['access_token']}"}


def refused_fields(error: dict[str, Any]) -> list[str]:
    details = error["details"]
    return [item["field"] for item in details.get("fields", [details])]


async def test_signing_up_answers_with_the_user_and_tokens(http: Http) -> None:
    answer = await http.post("/api/v1/auth/register", json=ADA)
    assert answer.status_code == 201
    assert answer.headers["location"] == "/api/v1/users/me"
    assert answer.headers["cache-control"] == "no-store"
    data = answer.json()["data"]
    assert set(data) == {"user", "access_token", "refresh_token", "token_type", "expires_in"}
    assert (data["token_type"], data["expires_in"]) == ("bearer", 900)
    user = data["user"]
    assert user["email"] == "Ada@example.org"
    assert user["roles"] == ["user"]
    assert user["email_verified"] is False
    assert user["created_at"] == "2026-03-02T09:00:00Z"
    assert "password" not in answer.text


async def test_a_taken_address_is_a_conflict(http: Http) -> None:
    await signed_up(http)
    answer = await http.post("/api/v1/auth/register", json={**ADA, "email": "ada@example.ORG"})
    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "ALREADY_EXISTS"


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("email", {"email": "nobody"}),
        ("email", {"email": "a" * 400 + "@example.org"}),
        ("email", {"email": None}),
        ("email", {"email": 7}),
        ("password", {"password": "short"}),
        ("password", {"password": "x" * 129}),
        ("password", {"password": "password123"}),
        ("password", {"password": ["correct horse battery staple"]}),
        ("full_name", {"full_name": ""}),
        ("full_name", {"full_name": "  "}),
        ("full_name", {"full_name": "A" * 301}),
        ("full_name", {"full_name": {}}),
        ("full_name", {"full_name": "Ada\u2028Lovelace"}),
    ],
)
async def test_what_does_not_fit_is_refused_by_name(http: Http, field: str, change: dict[str, object]) -> None:
    answer = await http.post("/api/v1/auth/register", json={**ADA, **change})
    assert answer.status_code == 400, answer.text
    error = answer.json()["error"]
    assert error["code"] == "VALIDATION_ERROR"
    assert refused_fields(error) == [field]
    assert error["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize("field", ["email", "password", "full_name"])
async def test_a_field_that_is_missing_is_refused(http: Http, field: str) -> None:
    answer = await http.post("/api/v1/auth/register", json={k: v for k, v in ADA.items() if k != field})
    assert answer.status_code == 400
    assert field in answer.text


@pytest.mark.parametrize("change", [{"roles": ["admin"]}, {"admin": True}, {"id": 1}, {"device": "x"}])
async def test_an_unknown_field_is_refused(http: Http, change: dict[str, object]) -> None:
    answer = await http.post("/api/v1/auth/register", json={**ADA, **change})
    assert answer.status_code == 400
    assert next(iter(change)) in answer.text


@pytest.mark.parametrize("field", ["email", "password", "full_name"])
@pytest.mark.parametrize("odd", ["\x00", "\x1b"])
async def test_control_characters_are_refused(http: Http, field: str, odd: str) -> None:
    answer = await http.post("/api/v1/auth/register", json={**ADA, field: f"correct {odd} horse"})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "VALIDATION_ERROR"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b'{"email": "\\ud800"}'])
@pytest.mark.parametrize("route", ["register", "login", "refresh"])
async def test_a_body_that_is_no_object_is_refused(http: Http, route: str, body: bytes) -> None:
    answer = await http.post(f"/api/v1/auth/{route}", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["code"] == "VALIDATION_ERROR"


async def test_signing_in_answers_like_signing_up(http: Http) -> None:
    data = await signed_up(http)
    answer = await http.post("/api/v1/auth/login", json=CREDENTIALS)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    again = answer.json()["data"]
    assert again["user"] == data["user"]
    assert again["access_token"] != data["access_token"]


async def test_wrong_address_and_wrong_password_answer_alike(http: Http) -> None:
    await signed_up(http)
    wrong = [
        {**CREDENTIALS, "password": "another horse"},
        {**CREDENTIALS, "password": ""},
        {**CREDENTIALS, "email": "bob@example.org"},
        {**CREDENTIALS, "email": "no address"},
    ]
    answers = [await http.post("/api/v1/auth/login", json=credentials) for credentials in wrong]
    assert {answer.status_code for answer in answers} == {401}
    errors = [answer.json()["error"] for answer in answers]
    assert {(error["code"], error["message"], str(error["details"])) for error in errors} == {
        ("NOT_AUTHENTICATED", "The e-mail address or the password is wrong.", "{}")
    }


@pytest.mark.parametrize("change", [{"email": 1}, {"password": None}, {"password": "x" * 1025}, {"remember": True}])
async def test_odd_credentials_are_refused(http: Http, change: dict[str, object]) -> None:
    answer = await http.post("/api/v1/auth/login", json={**CREDENTIALS, **change})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "VALIDATION_ERROR"


async def test_refresh_tokens_are_swapped_and_never_good_twice(http: Http) -> None:
    data = await signed_up(http)
    first = await http.post("/api/v1/auth/refresh", json={"refresh_token": data["refresh_token"]})
    assert first.status_code == 200
    renewed = first.json()["data"]
    assert renewed["user"] == data["user"]
    assert (await http.get("/api/v1/users/me", headers=bearer(renewed))).status_code == 200

    stolen = await http.post("/api/v1/auth/refresh", json={"refresh_token": data["refresh_token"]})
    assert stolen.status_code == 401
    assert (await http.get("/api/v1/users/me", headers=bearer(renewed))).status_code == 401
    family = await http.post("/api/v1/auth/refresh", json={"refresh_token": renewed["refresh_token"]})
    assert family.status_code == 401
    assert family.json()["error"]["code"] == "NOT_AUTHENTICATED"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"refresh_token": "guess"}, 401),
        ({"refresh_token": ""}, 401),
        ({"refresh_token": None}, 400),
        ({"refresh_token": "x" * 513}, 400),
        ({"refresh_token": "x\x00"}, 400),
        ({}, 400),
        ({"refresh_token": "guess", "user": 1}, 400),
    ],
)
async def test_odd_refresh_tokens_are_refused(http: Http, body: dict[str, object], status: int) -> None:
    assert (await http.post("/api/v1/auth/refresh", json=body)).status_code == status


async def test_an_access_token_does_not_refresh(http: Http) -> None:
    data = await signed_up(http)
    answer = await http.post("/api/v1/auth/refresh", json={"refresh_token": data["access_token"]})
    assert answer.status_code == 401


async def test_signing_out_kills_the_tokens_at_once(http: Http) -> None:
    data = await signed_up(http)
    answer = await http.post("/api/v1/auth/logout", headers=bearer(data))
    assert (answer.status_code, answer.content) == (204, b"")
    assert (await http.get("/api/v1/users/me", headers=bearer(data))).status_code == 401
    assert (await http.post("/api/v1/auth/logout", headers=bearer(data))).status_code == 401
    refreshed = await http.post("/api/v1/auth/refresh", json={"refresh_token": data["refresh_token"]})
    assert refreshed.status_code == 401


async def test_an_access_token_lives_fifteen_minutes(http: Http, clock: FixedClock) -> None:
    data = await signed_up(http)
    clock.advance(timedelta(minutes=15))
    answer = await http.get("/api/v1/users/me", headers=bearer(data))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer x.y.z", "Basic YTpi", "bearer eyJhbGciOiJub25lIn0.e30.", "Bearer \xe9"]
)
async def test_whoever_is_not_signed_in_is_refused(http: Http, header: str) -> None:
    answer = await http.get("/api/v1/users/me", headers={b"Authorization": header.encode("latin-1")})
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "NOT_AUTHENTICATED"


async def test_an_account_that_an_operator_made_can_sign_in(http: Http, memory_container: AsyncContainer) -> None:
    async with memory_container() as scope:
        create_user: CreateUser = await scope.get(CreateUser)
        await create_user(NewUser(**ADA, admin=True))
    answer = await http.post("/api/v1/auth/login", json=CREDENTIALS)
    assert answer.status_code == 200
    assert answer.json()["data"]["user"]["roles"] == ["admin", "user"]
