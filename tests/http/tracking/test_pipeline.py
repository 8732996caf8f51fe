from datetime import timedelta
from typing import Any

import pytest

from tests.http.tracking.person import Person, refused
from tests.support.applications import KnownJobs
from tests.support.clock import FixedClock

STATUSES = [
    "saved",
    "applied",
    "screening",
    "interview",
    "offer",
    "accepted",
    "declined",
    "rejected",
    "withdrawn",
    "ghosted",
]


async def test_an_application_goes_its_way_and_the_timeline_tells_it(robin: Person, clock: FixedClock) -> None:
    one = f"/{(await robin.track())['id']}"
    body = {"to": "applied", "at": "2026-03-01T12:00:00Z", "note": "by post"}
    moved = await robin.send("POST", f"{one}/transitions", json=body, if_match='"v1"')
    assert (moved.status_code, moved.headers["etag"]) == (200, '"v2"')
    assert (moved.json()["data"]["status"], moved.json()["data"]["applied_at"]) == ("applied", "2026-03-01T12:00:00Z")
    clock.advance(timedelta(minutes=10))
    await robin.send("PATCH", one, json={"notes": "no word yet"})
    await robin.send("POST", f"{one}/transitions", json={"to": "rejected"})
    reopened = await robin.send("POST", f"{one}/reopen")
    assert (reopened.status_code, reopened.json()["data"]["status"]) == (200, "applied")
    shown = (await robin.get(f"{one}/timeline")).json()
    assert shown["pagination"]["total"] == 5
    steps = [(entry["kind"], entry["from"], entry["to"]) for entry in shown["data"]]
    assert steps == [
        ("created", None, "saved"),
        ("moved", "saved", "applied"),
        ("notes_edited", None, None),
        ("moved", "applied", "rejected"),
        ("reopened", "rejected", "applied"),
    ]
    _, applied, edited, *_ = shown["data"]
    assert set(applied) == {"id", "kind", "at", "recorded_at", "from", "to", "note", "data"}
    assert (applied["at"], applied["recorded_at"]) == ("2026-03-01T12:00:00Z", "2026-03-02T09:00:00Z")
    assert (applied["note"], edited["note"], edited["data"]) == ("by post", "no word yet", {"characters": 11})
    second = (await robin.get(f"{one}/timeline?page=2&limit=4")).json()
    assert [entry["kind"] for entry in second["data"]] == ["reopened"]


async def test_an_illegal_step_is_a_conflict_that_names_the_legal_ones(robin: Person) -> None:
    one = f"/{(await robin.track(status='ghosted'))['id']}"
    answer = await robin.send("POST", f"{one}/transitions", json={"to": "applied"})
    assert refused(answer, 409, "INVALID_TRANSITION") == {
        "from": "ghosted",
        "to": "applied",
        "allowed": ["screening", "interview", "offer", "rejected", "withdrawn"],
    }


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, None),
        ({"to": "hired"}, "to"),
        ({"to": "screening", "at": "2026-02-27T00:00:00Z"}, "at"),
        ({"to": "screening", "at": "2026-03-02T09:02:00Z"}, "at"),
        ({"to": "screening", "at": "2026-03-02T09:00:00"}, "at"),
        ({"to": "screening", "at": 7}, "at"),
        ({"to": "screening", "note": "n" * 20_001}, "note"),
        ({"to": "screening", "why": "because"}, None),
        (None, None),
    ],
)
async def test_a_step_that_does_not_fit_is_refused(robin: Person, body: Any, field: str | None) -> None:
    made = await robin.track(status="applied", applied_at="2026-02-28T00:00:00Z")
    answer = await robin.send("POST", f"/{made['id']}/transitions", json=body)
    details = refused(answer, 400, "VALIDATION_ERROR")
    if field is not None:
        assert details["field"] == field
    assert (await robin.get(f"/{made['id']}")).json()["data"]["version"] == 1


async def test_only_an_end_can_be_taken_back(robin: Person) -> None:
    made = await robin.track(status="offer")
    answer = await robin.send("POST", f"/{made['id']}/reopen")
    assert refused(answer, 409, "CONFLICT") == {"status": "offer"}


async def test_reopening_beside_a_live_application_for_the_job_is_refused(robin: Person, jobs: KnownJobs) -> None:
    job_id = str(jobs.add())
    ended = await robin.track(job_id=job_id, status="rejected")
    live = await robin.track(job_id=job_id)
    answer = await robin.send("POST", f"/{ended['id']}/reopen")
    assert refused(answer, 409, "ALREADY_EXISTS") == {"resource": "application", "id": live["id"]}


async def test_the_board_shows_every_column_with_count_and_cards(robin: Person, kim: Person) -> None:
    await kim.track()
    await robin.track(title="Put away", archived=True)
    made = [await robin.track(title=title, status="applied", notes="long") for title in ("Alder", "Birch")]
    answer = await robin.get("/board")
    assert answer.status_code == 200
    board = answer.json()["data"]
    assert board["total"] == 2
    assert [column["status"] for column in board["columns"]] == STATUSES
    applied = board["columns"][1]
    assert applied["count"] == 2
    expected = [{name: value for name, value in item.items() if name != "notes"} for item in reversed(made)]
    assert applied["cards"] == expected
    assert [column["count"] for column in board["columns"] if column is not applied] == [0] * 9


async def test_the_board_takes_no_parameters(robin: Person) -> None:
    assert refused(await robin.get("/board?limit=5"), 400, "VALIDATION_ERROR")["field"] == "limit"
