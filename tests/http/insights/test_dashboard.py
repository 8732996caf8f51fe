"""The routes of insights, fed by the relay as in the product."""

from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.kernel.relay import Relay
from tests.support.people import sign_up

Headers = dict[str, str]
STATUSES = (
    "saved applied screening interview offer accepted declined rejected withdrawn ghosted".split()  # noqa: SIM905
)
NOTHING = {
    "value": None,
    "numerator": 0,
    "denominator": 0,
    "interval_low": None,
    "interval_high": None,
    "enough_data": False,
}


@pytest.fixture
async def robin(http: AsyncClient) -> Headers:
    return (await sign_up(http))[1]


async def track(http: AsyncClient, headers: Headers, **given: Any) -> str:
    body = {"title": "Gardener", "company": "Tulip & Sons", **given}
    answer = await http.post("/api/v1/applications", headers=headers, json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["data"]["id"])


async def move(http: AsyncClient, headers: Headers, application_id: str, to: str) -> None:
    answer = await http.post(f"/api/v1/applications/{application_id}/transitions", headers=headers, json={"to": to})
    assert answer.status_code == 200, answer.text


async def seen(http: AsyncClient, headers: Headers, path: str = "/dashboard") -> dict[str, Any]:
    answer = await http.get(f"/api/v1{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    assert set(answer.json()) == {"data"}
    data: dict[str, Any] = answer.json()["data"]
    return data


async def relay(container: AsyncContainer) -> None:
    delivered = await (await container.get(Relay)).run_once()
    assert delivered.failed == 0


async def test_somebody_who_has_done_nothing_sees_noughts(http: AsyncClient, robin: Headers) -> None:
    group: dict[str, Any] = {"count": 0, "applications": []}
    assert await seen(http, robin) == {
        "as_of": None,
        "applications": {"total": 0, "live": 0, "by_status": dict.fromkeys(STATUSES, 0)},
        "last_7_days": {"added": 0, "sent": 0},
        "attention": {"stale": group, "offers_pending": group, "openings_closed": group},
        "responses": 0,
        "interviews": 0,
        "offers": 0,
        "response_rate": NOTHING,
        "interview_rate": NOTHING,
        "offer_rate": NOTHING,
        "new_jobs": {"last_24_hours": 0, "last_7_days": 0},
        "recent_activity": [],
    }
    summary = await seen(http, robin, "/analytics/summary")
    assert summary == {
        "as_of": None,
        "applications_total": 0,
        "applications_sent": 0,
        "by_status": dict.fromkeys(STATUSES, 0),
        "responses": 0,
        "interviews": 0,
        "offers": 0,
        "response_rate": NOTHING,
        "interview_rate": NOTHING,
        "offer_rate": NOTHING,
    }


async def test_an_application_is_on_the_dashboard_once_the_relay_has_run(
    http: AsyncClient, robin: Headers, memory_container: AsyncContainer
) -> None:
    application_id = await track(http, robin, status="applied")
    assert (await seen(http, robin))["applications"]["total"] == 0
    await relay(memory_container)
    dashboard = await seen(http, robin)
    assert dashboard["as_of"] == "2026-03-02T09:00:00Z"
    assert dashboard["applications"] == {
        "total": 1,
        "live": 1,
        "by_status": dict.fromkeys(STATUSES, 0) | {"applied": 1},
    }
    assert dashboard["last_7_days"] == {"added": 1, "sent": 1}
    assert dashboard["response_rate"] == NOTHING | {
        "value": 0.0,
        "denominator": 1,
        "interval_low": 0.0,
        "interval_high": pytest.approx(0.7935, abs=1e-4),
    }
    assert dashboard["recent_activity"] == [
        {
            "application_id": application_id,
            "title": "Gardener",
            "company": "Tulip & Sons",
            "kind": "created",
            "status": "applied",
            "previous_status": None,
            "at": "2026-03-02T09:00:00Z",
        }
    ]


async def test_what_needs_a_look_is_told_with_its_present_name(
    http: AsyncClient, robin: Headers, memory_container: AsyncContainer
) -> None:
    long_ago = "2026-02-16T09:00:00Z"
    stale = await track(http, robin, status="applied", applied_at=long_ago)
    offer = await track(http, robin, status="applied", title="Head gardener")
    archived = await track(http, robin, status="applied", applied_at=long_ago, archived=True)
    await move(http, robin, offer, "offer")
    await http.patch(f"/api/v1/applications/{stale}", headers=robin, json={"title": "Rose gardener"})
    await relay(memory_container)
    dashboard = await seen(http, robin)
    attention = dashboard["attention"]
    assert attention["stale"] == {
        "count": 1,
        "applications": [
            {
                "application_id": stale,
                "title": "Rose gardener",
                "company": "Tulip & Sons",
                "status": "applied",
                "since": long_ago,
            }
        ],
    }
    assert [one["application_id"] for one in attention["offers_pending"]["applications"]] == [offer]
    assert (dashboard["applications"]["total"], dashboard["responses"], dashboard["offers"]) == (2, 1, 1)
    assert dashboard["response_rate"]["denominator"] == 3
    assert archived in {item["application_id"] for item in dashboard["recent_activity"]}


async def test_the_summary_counts_what_was_reached(
    http: AsyncClient, robin: Headers, memory_container: AsyncContainer
) -> None:
    for steps in (["interview", "rejected"], ["rejected"], ["ghosted"], ["withdrawn"], ["offer", "declined"]):
        application_id = await track(http, robin, status="applied")
        for to in steps:
            await move(http, robin, application_id, to)
    never_sent = await track(http, robin)
    await move(http, robin, never_sent, "rejected")
    gone = await track(http, robin, status="offer")
    assert (await http.delete(f"/api/v1/applications/{gone}", headers=robin)).status_code == 204
    await relay(memory_container)
    summary = await seen(http, robin, "/analytics/summary")
    assert (summary["applications_total"], summary["applications_sent"]) == (6, 5)
    assert (summary["responses"], summary["interviews"], summary["offers"]) == (3, 1, 1)
    assert summary["by_status"] == dict.fromkeys(STATUSES, 0) | {
        "rejected": 3,
        "ghosted": 1,
        "withdrawn": 1,
        "declined": 1,
    }
    assert summary["response_rate"]["value"] == pytest.approx(0.6)


async def test_somebody_elses_are_not_there(
    http: AsyncClient, robin: Headers, memory_container: AsyncContainer
) -> None:
    await track(http, robin, status="offer")
    await relay(memory_container)
    _, kim = await sign_up(http)
    dashboard = await seen(http, kim)
    assert (dashboard["applications"]["total"], dashboard["offers"], dashboard["recent_activity"]) == (0, 0, [])
    assert dashboard["attention"]["offers_pending"]["count"] == 0
    assert (await seen(http, kim, "/analytics/summary"))["applications_total"] == 0


@pytest.mark.parametrize("path", ["/dashboard", "/analytics/summary"])
async def test_strangers_and_unknown_parameters_are_refused(http: AsyncClient, robin: Headers, path: str) -> None:
    assert (await http.get(f"/api/v1{path}")).status_code == 401
    answer = await http.get(f"/api/v1{path}", headers=robin, params={"from": "2026-01-01"})
    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (400, "from")
