"""The routes of notifications."""

from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.kernel.ids import new_id
from tests.support.notifications import submit
from tests.support.people import sign_up

PATH = "/api/v1/notifications"
Headers = dict[str, str]


@pytest.fixture
async def robin(http: AsyncClient, memory_container: AsyncContainer) -> Headers:
    """Somebody who was told of two applications."""
    user, headers = await sign_up(http)
    await submit(memory_container, UUID(user["id"]), "Older", "Newer")
    return headers


async def listed(http: AsyncClient, headers: Headers, **parameters: str) -> dict[str, Any]:
    answer = await http.get(PATH, headers=headers, params=parameters)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_the_list_is_in_the_contracts_shape_with_the_newest_first(http: AsyncClient, robin: Headers) -> None:
    body = await listed(http, robin)
    assert [item["title"] for item in body["data"]] == [
        "Application to Newer recorded",
        "Application to Older recorded",
    ]
    application_id = body["data"][0]["data"]["application_id"]
    assert body["data"][0] | {"id": "x"} == {
        "id": "x",
        "type": "application_submitted",
        "priority": "low",
        "title": "Application to Newer recorded",
        "body": "Data Engineer, applied on 2026-03-01.",
        "data": {"application_id": application_id, "job_id": None},
        "action_url": f"/applications/{application_id}",
        "read_at": None,
        "created_at": "2026-03-02T09:00:00Z",
    }
    assert body["filters"] == {}
    pagination = body["pagination"]
    assert (pagination["page"], pagination["limit"], pagination["total"], pagination["total_pages"]) == (1, 20, 2, 1)


async def test_the_list_is_filtered_sorted_and_paged(http: AsyncClient, robin: Headers) -> None:
    newest = (await listed(http, robin))["data"][0]
    await http.patch(f"{PATH}/{newest['id']}", headers=robin, json={"read": True})
    read = await listed(http, robin, read="true", type="application_submitted", priority="low")
    assert [item["id"] for item in read["data"]] == [newest["id"]]
    assert read["filters"] == {"read": True, "type": "application_submitted", "priority": "low"}
    assert len((await listed(http, robin, read="false"))["data"]) == 1
    assert (await listed(http, robin, priority="urgent"))["data"] == []
    second = await listed(http, robin, sort="created_at", page="2", limit="1")
    assert [item["id"] for item in second["data"]] == [newest["id"]]


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"read": "perhaps"}, "read"),
        ({"type": "gossip"}, "type"),
        ({"priority": "extreme"}, "priority"),
        ({"sort": "title"}, "sort"),
        ({"page": "0"}, "page"),
        ({"page": "one"}, "page"),
        ({"limit": "101"}, "limit"),
        ({"page": "9999", "limit": "100"}, "page"),
        ({"unread": "true"}, "unread"),
    ],
)
async def test_a_filter_that_makes_no_sense_is_refused_by_name(
    http: AsyncClient, robin: Headers, parameters: dict[str, str], field: str
) -> None:
    answer = await http.get(PATH, headers=robin, params=parameters)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["code"], error["details"]["field"]) == ("VALIDATION_ERROR", field)


async def test_marking_and_counting(http: AsyncClient, robin: Headers) -> None:
    first = (await listed(http, robin))["data"][0]
    answer = await http.patch(f"{PATH}/{first['id']}", headers=robin, json={"read": True})
    assert answer.status_code == 200
    assert answer.json()["data"] == first | {"read_at": "2026-03-02T09:00:00Z"}
    assert (await http.get(f"{PATH}/unread-count", headers=robin)).json() == {"data": {"unread": 1}}
    for updated in (1, 0):
        answer = await http.post(f"{PATH}/read-all", headers=robin)
        assert (answer.status_code, answer.json()) == (200, {"data": {"updated": updated}})
    answer = await http.patch(f"{PATH}/{first['id']}", headers=robin, json={"read": False})
    assert answer.json()["data"] == first
    assert (await http.get(f"{PATH}/unread-count", headers=robin)).json() == {"data": {"unread": 1}}


@pytest.mark.parametrize("body", ['{"read": null}', '{"read": "perhaps"}', '{"title": "x"}', "[]", "{", "null"])
async def test_a_change_that_makes_no_sense_is_refused(http: AsyncClient, robin: Headers, body: str) -> None:
    first = (await listed(http, robin))["data"][0]
    headers = robin | {"Content-Type": "application/json"}
    answer = await http.patch(f"{PATH}/{first['id']}", headers=headers, content=body)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["code"] == "VALIDATION_ERROR"
    assert (await http.get(f"{PATH}/{first['id']}", headers=robin)).json()["data"] == first


async def test_an_empty_change_changes_nothing(http: AsyncClient, robin: Headers) -> None:
    first = (await listed(http, robin))["data"][0]
    answer = await http.patch(f"{PATH}/{first['id']}", headers=robin, json={})
    assert (answer.status_code, answer.json()["data"]) == (200, first)


async def test_tags_guard_against_changes_that_were_not_seen(http: AsyncClient, robin: Headers) -> None:
    address = f"{PATH}/{(await listed(http, robin))['data'][0]['id']}"
    tag = (await http.get(address, headers=robin)).headers["etag"]
    assert (await http.get(address, headers=robin | {"If-None-Match": tag})).status_code == 304
    stale = robin | {"If-Match": tag}
    answer = await http.patch(address, headers=stale, json={"read": True})
    assert answer.status_code == 200
    assert answer.headers["etag"] != tag
    assert (await http.patch(address, headers=stale, json={"read": False})).status_code == 412
    assert (await http.delete(address, headers=stale)).status_code == 412
    fresh = robin | {"If-Match": f'"other", {answer.headers["etag"]}'}
    assert (await http.delete(address, headers=fresh)).status_code == 204


async def test_a_deleted_one_is_gone(http: AsyncClient, robin: Headers) -> None:
    address = f"{PATH}/{(await listed(http, robin))['data'][0]['id']}"
    answer = await http.delete(address, headers=robin)
    assert (answer.status_code, answer.content) == (204, b"")
    for method in ("GET", "DELETE"):
        answer = await http.request(method, address, headers=robin)
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "RESOURCE_NOT_FOUND")
    assert len((await listed(http, robin))["data"]) == 1


async def test_somebody_elses_are_not_there(http: AsyncClient, robin: Headers) -> None:
    theirs = (await listed(http, robin))["data"][0]
    _, headers = await sign_up(http)
    address = f"{PATH}/{theirs['id']}"
    assert (await listed(http, headers))["data"] == []
    answers = [
        await http.get(address, headers=headers),
        await http.patch(address, headers=headers, json={"read": True}),
        await http.delete(address, headers=headers),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert (await http.post(f"{PATH}/read-all", headers=headers)).json() == {"data": {"updated": 0}}
    assert (await http.get(f"{PATH}/{theirs['id']}", headers=robin)).json()["data"] == theirs


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("GET", "/unread-count"),
        ("POST", "/read-all"),
        ("GET", f"/{new_id()}"),
        ("PATCH", f"/{new_id()}"),
        ("DELETE", f"/{new_id()}"),
    ],
)
async def test_strangers_are_refused(http: AsyncClient, method: str, path: str) -> None:
    answer = await http.request(method, PATH + path)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "NOT_AUTHENTICATED")


async def test_an_address_that_is_no_id_is_not_found(http: AsyncClient, robin: Headers) -> None:
    assert (await http.get(f"{PATH}/not-an-id", headers=robin)).status_code == 404


async def test_a_ticket_for_the_live_channel_is_given_to_who_is_signed_in(http: AsyncClient, robin: Headers) -> None:
    answer = await http.post("/api/v1/ws/ticket", headers=robin)
    assert answer.status_code == 201
    assert answer.headers["cache-control"] == "no-store"
    data = answer.json()["data"]
    assert data["expires_in"] == 30
    assert len(data["ticket"]) >= 40
    assert (await http.post("/api/v1/ws/ticket")).status_code == 401
