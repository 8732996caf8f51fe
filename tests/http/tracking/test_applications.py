import asyncio
from typing import Any
from uuid import UUID

import pytest

from careercopilot.kernel.ids import new_id
from tests.http.tracking.person import APPLICATIONS, Person, refused
from tests.support.applications import KnownJobs

FIELDS = {
    "id",
    "job_id",
    "title",
    "company",
    "url",
    "status",
    "stage_label",
    "priority",
    "source",
    "applied_at",
    "next_action_at",
    "salary_expectation",
    "resume_version_id",
    "cover_letter_id",
    "notes",
    "tags",
    "archived",
    "version",
    "created_at",
    "updated_at",
    "days_in_status",
    "allowed_transitions",
}


async def test_an_application_is_tracked_and_read_again(robin: Person) -> None:
    body = {
        "title": " Gardener ",
        "company": "Tulip & Sons",
        "url": "https://tulip.example/jobs/1",
        "status": "applied",
        "applied_at": "2026-03-01T10:00:00+02:00",
        "notes": "ask about the boat",
        "tags": ["sea", " sea "],
        "priority": "high",
        "salary_expectation": {"min": 40000, "currency": "EUR"},
    }
    answer = await robin.send("POST", json=body)
    assert answer.status_code == 201
    data = answer.json()["data"]
    assert set(data) == FIELDS
    assert UUID(data["id"]).version == 7
    assert answer.headers["location"] == f"{APPLICATIONS}/{data['id']}"
    assert answer.headers["etag"] == '"v1"'
    assert (data["title"], data["tags"], data["applied_at"]) == ("Gardener", ["sea"], "2026-03-01T08:00:00Z")
    assert data["salary_expectation"] == {"min": 40000.0, "max": None, "currency": "EUR", "period": "year"}
    assert data["days_in_status"] == 1
    assert data["allowed_transitions"] == ["screening", "interview", "offer", "rejected", "withdrawn", "ghosted"]
    again = await robin.get(f"/{data['id']}")
    assert (again.status_code, again.json()["data"], again.headers["etag"]) == (200, data, '"v1"')
    assert (await robin.get(f"/{data['id']}", if_none_match='"v1"')).status_code == 304


async def test_a_job_of_the_catalogue_lends_its_facts(robin: Person, jobs: KnownJobs) -> None:
    job_id = jobs.add()
    answer = await robin.send("POST", json={"job_id": str(job_id)})
    data = answer.json()["data"]
    assert (data["job_id"], data["title"], data["company"]) == (str(job_id), "Lighthouse keeper", "Harbour Board")


async def test_an_unknown_job_is_not_found(robin: Person) -> None:
    job_id = str(new_id())
    answer = await robin.send("POST", json={"job_id": job_id})
    assert refused(answer, 404, "RESOURCE_NOT_FOUND") == {"resource": "job", "id": job_id}


async def test_twenty_requests_at_once_for_one_job_make_one_application(robin: Person, jobs: KnownJobs) -> None:
    body = {"job_id": str(jobs.add())}
    answers = await asyncio.gather(*(robin.send("POST", json=body) for _ in range(20)))
    made = [answer for answer in answers if answer.status_code == 201]
    assert len(made) == 1
    for answer in answers:
        if answer is not made[0]:
            details = refused(answer, 409, "ALREADY_EXISTS")
            assert details == {"resource": "application", "id": made[0].json()["data"]["id"]}


async def test_the_same_request_sent_twice_with_a_key_is_done_once(robin: Person) -> None:
    body = {"title": "Gardener", "company": "Tulip"}
    first = await robin.send("POST", json=body, idempotency_key="k1")
    second = await robin.send("POST", json=body, idempotency_key="k1")
    assert first.json() == second.json()
    assert (await robin.get()).json()["pagination"]["total"] == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, None),
        ({"title": "Gardener"}, "company"),
        ({"title": "", "company": "Tulip"}, "title"),
        ({"title": "  ", "company": "Tulip"}, "title"),
        ({"title": "t" * 301, "company": "Tulip"}, "title"),
        ({"title": 1, "company": "Tulip"}, "title"),
        ({"title": "a\0", "company": "Tulip"}, None),
        ({"title": "Gardener", "company": "Tulip", "salary": 1}, None),
        ({"title": "Gardener", "company": "Tulip", "url": "javascript:alert(1)"}, "url"),
        ({"title": "Gardener", "company": "Tulip", "url": "https://t.example/" + "u" * 2_048}, "url"),
        ({"title": "Gardener", "company": "Tulip", "status": "hired"}, "status"),
        ({"title": "Gardener", "company": "Tulip", "notes": "n" * 20_001}, "notes"),
        ({"title": "Gardener", "company": "Tulip", "tags": ["t"] * 5 + ["x" * 51]}, None),
        ({"title": "Gardener", "company": "Tulip", "tags": [f"t{n}" for n in range(31)]}, "tags"),
        ({"title": "Gardener", "company": "Tulip", "tags": "sea"}, "tags"),
        ({"title": "Gardener", "company": "Tulip", "job_id": "7"}, "job_id"),
        ({"title": "Gardener", "company": "Tulip", "applied_at": "2026-03-01T10:00:00Z"}, "applied_at"),
        ({"title": "G", "company": "T", "status": "applied", "applied_at": "2026-03-01T10:00:00"}, "applied_at"),
        ({"title": "G", "company": "T", "status": "applied", "applied_at": "2099-01-01T00:00:00Z"}, "applied_at"),
        ({"title": "G", "company": "T", "status": "applied", "applied_at": "yesterday"}, "applied_at"),
        ({"title": "G", "company": "T", "next_action_at": "0001-01-01T00:00:00+14:00"}, "next_action_at"),
        ({"title": "G", "company": "T", "salary_expectation": {"currency": "EUR"}}, "salary_expectation"),
        ({"title": "G", "company": "T", "salary_expectation": 5}, "salary_expectation"),
        ([], None),
    ],
)
async def test_what_does_not_fit_is_refused_with_the_field(robin: Person, body: Any, field: str | None) -> None:
    details = refused(await robin.send("POST", json=body), 400, "VALIDATION_ERROR")
    assert {"field", "reason"} == set(details) or "fields" in details
    if field is not None:
        assert details["field"] == field
    assert (await robin.get()).json()["pagination"]["total"] == 0


async def test_put_replaces_what_can_be_empty_and_keeps_what_cannot(robin: Person) -> None:
    made = await robin.track(notes="old", tags=["sea"], url="https://tulip.example", source="a friend")
    answer = await robin.send("PUT", f"/{made['id']}", json={"status": "applied", "priority": "low"})
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"v2"'
    data = answer.json()["data"]
    assert (data["title"], data["company"], data["url"]) == ("Gardener", "Tulip & Sons", "https://tulip.example")
    assert (data["notes"], data["tags"], data["source"], data["priority"]) == ("", [], None, "low")
    assert (data["status"], data["applied_at"]) == ("applied", "2026-03-02T09:00:00Z")


async def test_patch_changes_what_is_given_and_empties_what_is_null(robin: Person) -> None:
    made = await robin.track(notes="old", tags=["sea"], url="https://tulip.example", priority="high")
    body = {"notes": None, "url": None, "priority": None, "archived": True}
    data = (await robin.send("PATCH", f"/{made['id']}", json=body)).json()["data"]
    assert (data["notes"], data["url"], data["priority"], data["archived"]) == ("", None, "medium", True)
    assert (data["tags"], data["version"]) == (["sea"], 2)
    unchanged = await robin.send("PATCH", f"/{made['id']}", json={})
    assert unchanged.json()["data"] == data


@pytest.mark.parametrize("body", [{"title": None}, {"status": None}, {"id": str(new_id())}, {"version": 4}, None, [1]])
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_edits_that_do_not_fit_are_refused(robin: Person, method: str, body: Any) -> None:
    made = await robin.track()
    refused(await robin.send(method, f"/{made['id']}", json=body), 400, "VALIDATION_ERROR")


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_an_illegal_step_by_an_edit_is_a_conflict(robin: Person, method: str) -> None:
    made = await robin.track()
    answer = await robin.send(method, f"/{made['id']}", json={"status": "accepted"})
    assert refused(answer, 409, "INVALID_TRANSITION") == {
        "from": "saved",
        "to": "accepted",
        "allowed": ["applied", "rejected", "withdrawn"],
    }


async def test_who_saw_another_version_changes_nothing(robin: Person) -> None:
    made = await robin.track()
    one = f"/{made['id']}"
    assert (await robin.send("PATCH", one, json={"notes": "new"}, if_match='"v1"')).status_code == 200
    for method, body in (("PUT", {"notes": "x"}), ("PATCH", {"notes": "x"}), ("DELETE", None)):
        refused(await robin.send(method, one, json=body, if_match='"v1"'), 412, "PRECONDITION_FAILED")
    assert (await robin.get(one)).json()["data"]["notes"] == "new"
    assert (await robin.send("DELETE", one, if_match='"v2"')).status_code == 204


async def test_a_deleted_application_is_gone(robin: Person) -> None:
    made = await robin.track()
    answer = await robin.send("DELETE", f"/{made['id']}")
    assert (answer.status_code, answer.content) == (204, b"")
    for method, body in (("GET", None), ("DELETE", None), ("PATCH", {"notes": "x"})):
        details = refused(await robin.send(method, f"/{made['id']}", json=body), 404, "RESOURCE_NOT_FOUND")
        assert details == {"resource": "application", "id": made["id"]}


async def test_another_persons_application_does_not_exist(robin: Person, kim: Person) -> None:
    made = await kim.track()
    one = f"/{made['id']}"
    for method, path, body in (
        ("GET", one, None),
        ("PUT", one, {"notes": "x"}),
        ("PATCH", one, {"notes": "x"}),
        ("DELETE", one, None),
        ("POST", f"{one}/transitions", {"to": "applied"}),
        ("POST", f"{one}/reopen", None),
        ("GET", f"{one}/timeline", None),
    ):
        refused(await robin.send(method, path, json=body), 404, "RESOURCE_NOT_FOUND")
    assert (await robin.get()).json()["data"] == []


async def test_nobody_gets_in_without_signing_in(robin: Person) -> None:
    made = await robin.track()
    for path in ("", "/board", f"/{made['id']}", f"/{made['id']}/timeline"):
        refused(await robin.get(path, authorization="Bearer nonsense"), 401, "NOT_AUTHENTICATED")


async def test_an_id_that_is_none_is_not_found(robin: Person) -> None:
    refused(await robin.get("/not-an-id"), 404, "RESOURCE_NOT_FOUND")
