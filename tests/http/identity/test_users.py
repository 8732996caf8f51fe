"""Profiles over HTTP, one's own and for administrators everybody's."""

from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from tests.support.people import PASSWORD, sign_up

Http = AsyncClient

PROFILE = {
    "full_name": "Ada King",
    "headline": "Analyst of engines",
    "locations": ["London", "Łódź"],
    "remote_preference": "hybrid",
    "target_titles": ["Programmer"],
    "skills": ["Mathematics", "Python"],
    "salary_expectation": {"min": 60000, "max": 80000, "currency": "GBP", "period": "year"},
    "timezone": "Europe/London",
    "locale": "en-GB",
}
EMPTY: dict[str, object] = {
    "headline": None,
    "locations": [],
    "remote_preference": None,
    "target_titles": [],
    "skills": [],
    "salary_expectation": None,
    "timezone": "UTC",
    "locale": "en",
}


async def admin_headers(http: Http, container: AsyncContainer) -> dict[str, str]:
    async with container() as scope:
        create_user: CreateUser = await scope.get(CreateUser)
        await create_user(NewUser(email="root@example.org", password=PASSWORD, full_name="Root", admin=True))
    answer = await http.post("/api/v1/auth/login", json={"email": "root@example.org", "password": PASSWORD})
    return {"Authorization": f"Bearer {answer.json()['data']['access_token']}"}


async def test_a_new_profile_is_empty(http: Http) -> None:
    user, headers = await sign_up(http)
    answer = await http.get("/api/v1/users/me", headers=headers)
    assert answer.status_code == 200
    me = answer.json()["data"]
    assert me == user
    assert {field: me[field] for field in EMPTY} == EMPTY


async def test_put_replaces_the_whole_profile(http: Http) -> None:
    user, headers = await sign_up(http)
    answer = await http.put("/api/v1/users/me", json=PROFILE, headers=headers)
    assert answer.status_code == 200, answer.text
    me = answer.json()["data"]
    assert {field: me[field] for field in PROFILE} == PROFILE
    assert (me["id"], me["email"], me["roles"]) == (user["id"], user["email"], user["roles"])
    emptied = await http.put("/api/v1/users/me", json={"full_name": "Ada"}, headers=headers)
    me = emptied.json()["data"]
    assert {field: me[field] for field in EMPTY} == EMPTY
    assert (await http.get("/api/v1/users/me", headers=headers)).json()["data"] == me


async def test_patch_changes_what_is_given_and_empties_what_is_null(http: Http) -> None:
    _, headers = await sign_up(http)
    await http.put("/api/v1/users/me", json=PROFILE, headers=headers)
    change = {"headline": None, "skills": ["SQL"]}
    answer = await http.patch("/api/v1/users/me", json=change, headers=headers)
    assert answer.status_code == 200
    me = answer.json()["data"]
    assert {field: me[field] for field in PROFILE} == {**PROFILE, **change}


async def test_a_patch_of_nothing_changes_nothing(http: Http) -> None:
    user, headers = await sign_up(http)
    answer = await http.patch("/api/v1/users/me", json={}, headers=headers)
    assert answer.status_code == 200
    me = answer.json()["data"]
    assert {field: me[field] for field in ("full_name", *EMPTY)} == {"full_name": user["full_name"], **EMPTY}


async def test_a_stale_tag_is_refused(http: Http) -> None:
    _, headers = await sign_up(http)
    tag = (await http.get("/api/v1/users/me", headers=headers)).headers["etag"]
    first = await http.patch("/api/v1/users/me", json={"headline": "One"}, headers={**headers, "If-Match": tag})
    assert first.status_code == 200
    assert first.headers["etag"] != tag
    second = await http.patch("/api/v1/users/me", json={"headline": "Two"}, headers={**headers, "If-Match": tag})
    assert second.status_code == 412
    assert second.json()["error"]["code"] == "PRECONDITION_FAILED"
    replaced = await http.put("/api/v1/users/me", json=PROFILE, headers={**headers, "If-Match": tag})
    assert replaced.status_code == 412
    assert (await http.get("/api/v1/users/me", headers=headers)).json()["data"]["headline"] == "One"


async def test_what_the_caller_has_already_is_not_sent_again(http: Http) -> None:
    _, headers = await sign_up(http)
    tag = (await http.get("/api/v1/users/me", headers=headers)).headers["etag"]
    answer = await http.get("/api/v1/users/me", headers={**headers, "If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", None),
        ("full_name", ""),
        ("full_name", "A" * 301),
        ("full_name", 1),
        ("headline", "A" * 301),
        ("headline", "two\nlines"),
        ("headline", "\x00"),
        ("locations", "London"),
        ("locations", ["x"] * 201),
        ("locations", [f"Place {n}" for n in range(21)]),
        ("locations", [None]),
        ("locations", ["A" * 301]),
        ("remote_preference", "moon"),
        ("target_titles", {}),
        ("skills", [1]),
        ("skills", [""]),
        ("salary_expectation", 60000),
        ("salary_expectation", {"min": 60000}),
        ("salary_expectation", {"currency": "EUR"}),
        ("salary_expectation", {"min": -1, "currency": "EUR"}),
        ("salary_expectation", {"min": 2, "max": 1, "currency": "EUR"}),
        ("salary_expectation", {"min": 1, "currency": "euro"}),
        ("salary_expectation", {"min": 1, "currency": "EUR", "period": "decade"}),
        ("salary_expectation", {"min": 1, "currency": "EUR", "bonus": 1}),
        ("salary_expectation", {"min": 1e300, "currency": "EUR"}),
        ("timezone", "Mars/Olympus_Mons"),
        ("timezone", "../../etc/passwd"),
        ("locale", "english please"),
    ],
)
@pytest.mark.parametrize("method", ["PATCH", "PUT"])
async def test_what_does_not_fit_is_refused_and_changes_nothing(
    http: Http, method: str, field: str, value: object
) -> None:
    user, headers = await sign_up(http)
    body = {"full_name": "Somebody Else", field: value}
    answer = await http.request(method, "/api/v1/users/me", json=body, headers=headers)
    assert answer.status_code == 400, answer.text
    error = answer.json()["error"]
    assert error["code"] == "VALIDATION_ERROR"
    assert set(error["details"]) in ({"field", "reason"}, {"fields"})
    assert (await http.get("/api/v1/users/me", headers=headers)).json()["data"] == user


@pytest.mark.parametrize("field", ["id", "email", "roles", "email_verified", "version", "password", "anything"])
async def test_other_fields_cannot_be_written(http: Http, field: str) -> None:
    user, headers = await sign_up(http)
    answer = await http.patch("/api/v1/users/me", json={field: user.get(field)}, headers=headers)
    assert answer.status_code == 400
    assert field in answer.text


async def test_people_do_not_see_each_other(http: Http) -> None:
    other, _ = await sign_up(http)
    _, headers = await sign_up(http)
    for path in ("/api/v1/users", f"/api/v1/users/{other['id']}", f"/api/v1/users/{new_id()}"):
        answer = await http.get(path, headers=headers)
        assert answer.status_code == 403, path
        assert answer.json()["error"]["code"] == "PERMISSION_DENIED"


async def test_an_administrator_sees_everybody(http: Http, memory_container: AsyncContainer) -> None:
    one, _ = await sign_up(http)
    two, _ = await sign_up(http)
    headers = await admin_headers(http, memory_container)
    answer = await http.get("/api/v1/users?limit=2", headers=headers)
    assert answer.status_code == 200
    page: dict[str, Any] = answer.json()
    assert [user["email"] for user in page["data"]] == ["root@example.org", two["email"]]
    assert (page["pagination"]["total"], page["pagination"]["total_pages"]) == (3, 2)
    assert page["filters"] == {}
    last = (await http.get("/api/v1/users?limit=2&page=2", headers=headers)).json()
    assert last["data"] == [one]
    assert (await http.get(f"/api/v1/users/{one['id']}", headers=headers)).json()["data"] == one


async def test_a_user_that_is_not_there_is_not_found(http: Http, memory_container: AsyncContainer) -> None:
    headers = await admin_headers(http, memory_container)
    missing = new_id()
    answer = await http.get(f"/api/v1/users/{missing}", headers=headers)
    assert answer.status_code == 404
    assert answer.json()["error"]["details"] == {"resource": "user", "id": str(missing)}
    assert (await http.get("/api/v1/users/nobody", headers=headers)).status_code == 404


@pytest.mark.parametrize("query", ["page=0", "limit=0", "limit=101", "page=x", "page=101&limit=100", "role=admin"])
async def test_odd_pages_are_refused(http: Http, memory_container: AsyncContainer, query: str) -> None:
    headers = await admin_headers(http, memory_container)
    answer = await http.get(f"/api/v1/users?{query}", headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "VALIDATION_ERROR"


@pytest.mark.parametrize(("method", "path"), [("GET", "me"), ("PATCH", "me"), ("PUT", "me"), ("GET", ""), ("GET", "x")])
async def test_strangers_are_refused(http: Http, method: str, path: str) -> None:
    target = {"x": str(new_id())}.get(path, path)
    answer = await http.request(method, f"/api/v1/users/{target}".rstrip("/"))
    assert answer.status_code == 401
