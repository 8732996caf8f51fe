"""The routes of preferences."""

from typing import Any

import pytest
from httpx import AsyncClient

from careercopilot.entrypoints.http.messaging.preferences import TypesBody
from careercopilot.modules.messaging.api.models import NotificationType
from tests.support.people import sign_up

PATH = "/api/v1/notification-preferences"
Headers = dict[str, str]
QUIET = {"start": "22:00", "end": "07:00", "timezone": "Europe/Berlin"}
ALL_DEFAULTS = {
    "application_submitted": {"in_app": True, "email": False, "webhook": False},
    "saved_search_matched": {"in_app": True, "email": True, "webhook": False},
    "announcement": {"in_app": True, "email": False, "webhook": False},
}


@pytest.fixture
async def robin(http: AsyncClient) -> Headers:
    return (await sign_up(http))[1]


def test_every_type_can_be_chosen() -> None:
    assert set(TypesBody.__struct_fields__) == set(NotificationType)


async def test_who_never_chose_sees_the_defaults(http: AsyncClient, robin: Headers) -> None:
    answer = await http.get(PATH, headers=robin)
    assert answer.status_code == 200
    assert answer.json() == {
        "data": {
            "preferences": ALL_DEFAULTS,
            "quiet_hours": None,
            "digest": "none",
            "version": 0,
            "updated_at": None,
        }
    }
    again = await http.get(PATH, headers=robin | {"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


async def test_a_choice_is_kept_and_replaced_as_a_whole(http: AsyncClient, robin: Headers) -> None:
    chosen = {"preferences": {"announcement": {"email": True}}, "quiet_hours": QUIET, "digest": "weekly"}
    answer = await http.put(PATH, headers=robin, json=chosen)
    assert answer.status_code == 200, answer.text
    expected = ALL_DEFAULTS | {"announcement": {"in_app": True, "email": True, "webhook": False}}
    assert answer.json()["data"] == {
        "preferences": expected,
        "quiet_hours": QUIET,
        "digest": "weekly",
        "version": 1,
        "updated_at": "2026-03-02T09:00:00Z",
    }
    assert (await http.get(PATH, headers=robin)).json() == answer.json()
    emptied = (await http.put(PATH, headers=robin, json={})).json()["data"]
    assert (emptied["preferences"], emptied["quiet_hours"], emptied["digest"]) == (ALL_DEFAULTS, None, "none")


async def test_what_get_gave_can_be_put_again(http: AsyncClient, robin: Headers) -> None:
    data = (await http.get(PATH, headers=robin)).json()["data"]
    body = {name: data[name] for name in ("preferences", "quiet_hours", "digest")}
    assert (await http.put(PATH, headers=robin, json=body)).json()["data"]["preferences"] == data["preferences"]


async def test_a_choice_made_on_an_older_one_is_refused(http: AsyncClient, robin: Headers) -> None:
    tag = (await http.get(PATH, headers=robin)).headers["etag"]
    assert (await http.put(PATH, headers=robin | {"If-Match": tag}, json={"digest": "daily"})).status_code == 200
    answer = await http.put(PATH, headers=robin | {"If-Match": tag}, json={})
    assert (answer.status_code, answer.json()["error"]["code"]) == (412, "PRECONDITION_FAILED")
    assert (await http.get(PATH, headers=robin)).json()["data"]["digest"] == "daily"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"preferences": {"gossip": {"email": True}}}, "preferences.gossip"),
        ({"preferences": {"announcement": {"pigeon": True}}}, "preferences.announcement.pigeon"),
        ({"preferences": {"announcement": {"email": "yes"}}}, "preferences.announcement.email"),
        ({"preferences": {"announcement": {"email": None}}}, "preferences.announcement.email"),
        ({"preferences": {"announcement": {"webhook": True}}}, "preferences.announcement.webhook"),
        ({"quiet_hours": QUIET | {"timezone": "Mars/Base"}}, "quiet_hours.timezone"),
        ({"quiet_hours": QUIET | {"start": "25:00"}}, "quiet_hours.start"),
        ({"quiet_hours": {"start": "22:00", "end": "07:00"}}, "quiet_hours.timezone"),
        ({"quiet_hours": QUIET | {"days": []}}, "quiet_hours.days"),
        ({"digest": "hourly"}, "digest"),
        ({"sound": "loud"}, "sound"),
    ],
)
async def test_what_makes_no_sense_is_refused_by_name(
    http: AsyncClient, robin: Headers, body: dict[str, Any], field: str
) -> None:
    answer = await http.put(PATH, headers=robin, json=body)
    assert answer.status_code == 400, answer.text
    assert (answer.json()["error"]["code"], answer.json()["error"]["details"]["field"]) == ("VALIDATION_ERROR", field)
    assert (await http.get(PATH, headers=robin)).json()["data"]["version"] == 0


async def test_webhooks_are_said_not_to_be_there_yet(http: AsyncClient, robin: Headers) -> None:
    body = {"preferences": {"announcement": {"webhook": True}}}
    assert "no webhooks yet" in (await http.put(PATH, headers=robin, json=body)).json()["error"]["message"]


async def test_ones_choice_is_ones_own(http: AsyncClient, robin: Headers) -> None:
    await http.put(PATH, headers=robin, json={"digest": "daily"})
    _, other = await sign_up(http)
    assert (await http.get(PATH, headers=other)).json()["data"]["digest"] == "none"
    for method in ("GET", "PUT"):
        assert (await http.request(method, PATH, json={})).status_code == 401
