"""The main job, in the real process on the real database: ingest, search, save, apply, be told live."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect

from tests.support.board_server import BoardServer, Fault
from tests.support.people import sign_up
from tests.support.product import Product

pytestmark = pytest.mark.slow

LEDGER_KEYS = {
    "id", "source", "board", "status", "started_at", "finished_at", "fetched", "new", "updated", "unchanged",
    "merged", "reopened", "closed", "rejected", "rejections", "error",
}  # fmt: skip

JOB_KEYS = {
    "id", "title", "company", "locations", "remote", "remote_countries", "employment_type", "seniority", "salary",
    "visa_sponsorship", "skills", "language", "description_html", "description_text", "url", "apply_url", "posted_date",
    "first_seen_at", "last_seen_at", "closed_at", "status", "reposted_from", "ghost_risk", "postings", "viewer",
}  # fmt: skip


@pytest.fixture(scope="module")
def boards() -> Iterator[BoardServer]:
    with BoardServer() as server:
        yield server


@pytest.fixture(scope="module")
def product(boards: BoardServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    urls = {f"SOURCES_{name.upper()}_URL": boards.url(name) for name in ("ashby", "greenhouse", "lever")}
    with Product(tmp_path_factory.mktemp("product") / "data", **urls) as running:
        yield running


async def next_notification(socket: ClientConnection) -> dict[str, Any]:
    while True:
        message = json.loads(await asyncio.wait_for(socket.recv(), 15))
        if message["type"] == "notification":
            return dict(message)


def ingest(product: Product, *boards: tuple[str, str]) -> list[dict[str, Any]]:
    runs = []
    for source in dict.fromkeys(source for source, _ in boards):
        named = [word for of, board in boards if of == source for word in ("--board", board)]
        runs += product.json("ingest", "--source", source, *named)["runs"]
    return runs


def test_postings_of_three_sources_come_in_once_and_only_once(product: Product, boards: BoardServer) -> None:
    names = sorted(boards.boards)
    assert {source for source, _ in names} == {"ashby", "greenhouse", "lever"}
    first = ingest(product, *names)
    assert all(run["status"] == "complete" for run in first), first
    assert all(run["new"] == run["fetched"] - run["rejected"] for run in first), first
    assert sum(run["new"] for run in first) >= 5
    assert set(first[0]) == LEDGER_KEYS
    again = ingest(product, *names)
    assert all(run["new"] == 0 and run["status"] in {"complete", "not_modified"} for run in again), again
    full = product.json("ingest", "--source", names[0][0], "--board", names[0][1], "--full")["runs"][0]
    assert (full["status"], full["new"], full["unchanged"]) == ("complete", 0, first[0]["new"])


async def test_a_person_finds_saves_and_applies_and_is_told_live(product: Product) -> None:
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(httpx.AsyncClient(base_url=product.url, timeout=20))
        _, headers = await sign_up(http)
        token = headers["Authorization"].removeprefix("Bearer ")
        url = f"ws://127.0.0.1:{product.port}/ws/notifications"
        socket = await stack.enter_async_context(connect(url, subprotocols=["bearer", token]))  # type: ignore[list-item]

        page = (await http.get("/api/v1/jobs", params={"limit": 5}, headers=headers)).json()
        assert page["pagination"]["total"] > 0
        card = page["data"][0]
        word = max(card["title"].split(), key=len)
        found = (await http.get("/api/v1/jobs", params={"q": word}, headers=headers)).json()
        assert card["id"] in {job["id"] for job in found["data"]}

        job = (await http.get(f"/api/v1/jobs/{card['id']}", headers=headers)).json()["data"]
        assert set(job) == JOB_KEYS
        assert set(card) == JOB_KEYS - {"description_html", "description_text"}
        assert set(job["viewer"]) == {"saved", "hidden", "application_id", "match_score"}
        assert all(set(place) == {"text", "city", "region", "country"} for place in job["locations"])
        assert job["title"] == card["title"]
        assert job["description_text"]

        saved = await http.post("/api/v1/saved-jobs", json={"job_id": job["id"], "notes": "nice"}, headers=headers)
        assert saved.status_code == 201, saved.text
        applied = await http.post(
            "/api/v1/applications", json={"job_id": job["id"], "status": "applied"}, headers=headers
        )
        assert applied.status_code == 201, applied.text
        application = applied.json()["data"]
        assert (application["title"], application["company"]) == (job["title"], job["company"]["name"])

        message = await next_notification(socket)
        assert message["data"]["data"]["application_id"] == application["id"]
        listed = (await http.get("/api/v1/notifications", headers=headers)).json()["data"]
        assert [n["id"] for n in listed] == [message["id"]]

        again = (await http.get(f"/api/v1/jobs/{job['id']}", headers=headers)).json()["data"]["viewer"]
        assert (again["saved"], again["application_id"]) == (True, application["id"])


async def test_missed_notifications_are_replayed_after_a_reconnect(product: Product) -> None:
    async with httpx.AsyncClient(base_url=product.url, timeout=20) as http:
        _, headers = await sign_up(http)
        token = headers["Authorization"].removeprefix("Bearer ")
        url = f"ws://127.0.0.1:{product.port}/ws/notifications"
        for company in ("First", "Second", "Third"):
            body = {"title": "Baker", "company": company, "url": "https://example.org/job", "status": "applied"}
            assert (await http.post("/api/v1/applications", json=body, headers=headers)).status_code == 201
        for _ in range(200):
            listed = (await http.get("/api/v1/notifications", headers=headers)).json()["data"]
            if len(listed) == 3:
                break
            await asyncio.sleep(0.1)
        oldest = listed[-1]["id"]
        async with connect(f"{url}?last_event_id={oldest}", subprotocols=["bearer", token]) as socket:  # type: ignore[list-item]
            replayed = [(await next_notification(socket))["id"] for _ in range(2)]
        assert replayed == [listed[1]["id"], listed[0]["id"]]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault("status", status=404), "board_not_found"),
        (Fault("html"), "not_json"),
        (Fault("garbage"), "not_json"),
        (Fault("cut"), "truncated"),
    ],
)
def test_a_broken_board_is_told_in_the_ledger_and_harms_nothing(
    product: Product, boards: BoardServer, fault: Fault, code: str
) -> None:
    source, board = min(boards.boards)
    before = ingest(product, (source, board))[0]
    boards.fail(source, board, fault)
    try:
        finished = product.run("ingest", "--source", source, "--board", board, "--full", "--json")
    finally:
        boards.fail(source, board, None)
    assert finished.returncode == 3, finished.stderr
    run = json.loads(finished.stdout)["runs"][0]
    assert (run["status"], run["error"]["code"], run["closed"]) == ("failed", code, 0)
    after = product.json("ingest", "--source", source, "--board", board, "--full")["runs"][0]
    assert (after["status"], after["new"], after["reopened"]) == ("complete", 0, 0)
    assert before["status"] in {"complete", "not_modified"}
