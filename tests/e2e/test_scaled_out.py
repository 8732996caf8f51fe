"""Scaled out, with every service real: whatever dies or goes away, nothing is lost and nothing done twice."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect

from tests.support.administration import execute
from tests.support.board_fixtures import a_row
from tests.support.board_server import BoardServer, Fault
from tests.support.chroma_server import ChromaServer
from tests.support.containers import SECRET
from tests.support.databases import TestServer
from tests.support.mail_server import MailServer
from tests.support.people import PASSWORD, sign_up
from tests.support.redis_server import RedisProcess
from tests.support.topology import OneProcess, Topology

pytestmark = pytest.mark.slow

BOARD = {"source": "ashby", "board": "meadow-robotics"}
ADMIN = "admin@example.org"


@pytest.fixture(scope="module")
def boards() -> Iterator[BoardServer]:
    with BoardServer() as server:
        yield server


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisProcess]:
    with RedisProcess(tmp_path_factory.mktemp("redis")) as process:
        yield process


@pytest.fixture(scope="module")
def mail() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture(scope="module")
async def database(postgres_server: TestServer) -> AsyncIterator[str]:
    url = await postgres_server.create()
    yield url
    await postgres_server.drop(url)


@pytest.fixture(scope="module")
def topology(
    database: str,
    redis: RedisProcess,
    chroma_server: ChromaServer,
    mail: MailServer,
    boards: BoardServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Topology]:
    services = {
        "DATABASE_URL": database,
        "REDIS_URL": redis.url,
        "CHROMA_URL": chroma_server.url,
        "SMTP_URL": mail.url,
        **{f"SOURCES_{name.upper()}_URL": boards.url(name) for name in ("ashby", "greenhouse", "lever")},
    }
    sizes = {"POOL_SIZE": "4", "POOL_OVERFLOW": "6", "RATE_LIMIT": "off"}
    with Topology(tmp_path_factory.mktemp("topology"), SECRET_KEY=SECRET, **services, **sizes) as running:
        yield running


@pytest.fixture
async def two(topology: Topology) -> AsyncIterator[tuple[httpx.AsyncClient, httpx.AsyncClient]]:
    """A client of each API process."""
    async with AsyncExitStack() as stack:
        one, other = [
            await stack.enter_async_context(httpx.AsyncClient(base_url=url, timeout=30)) for url in topology.urls
        ]
        yield one, other


Two = tuple[httpx.AsyncClient, httpx.AsyncClient]


async def test_every_part_is_there(two: Two) -> None:
    async def all_up() -> bool:
        report = (await two[0].get("/health")).json()
        parts = ("database", "redis", "workers", "vector_store", "external_services")
        return report["status"] == "healthy" and all(report[part]["status"] == "up" for part in parts)

    await until(all_up, 15)


async def test_what_happens_on_one_process_is_heard_on_the_other(topology: Topology, two: Two) -> None:
    _, headers = await sign_up(two[0])
    async with listening(topology.urls[0], headers) as socket:
        application = await apply(two[1], headers, "First")
        assert (await next_notification(socket))["data"]["data"]["application_id"] == application["id"]


async def test_a_key_is_honoured_by_both_and_without_one_a_job_is_applied_for_once(
    topology: Topology, two: Two
) -> None:
    await follow(topology, two[0])
    _, headers = await sign_up(two[0])
    jobs = (await two[0].get("/api/v1/jobs", headers=headers)).json()["data"]
    keyed = {**headers, "Idempotency-Key": "the same"}
    answers = await at_once(two, {"job_id": jobs[0]["id"]}, keyed)
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["data"]["id"] for answer in answers}) == 1
    answers = await at_once(two, {"job_id": jobs[1]["id"]}, headers)
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 19
    listed = (await two[1].get("/api/v1/applications", headers=headers)).json()
    assert listed["pagination"]["total"] == 2


async def test_a_worker_that_is_killed_in_the_middle_of_a_board_loses_nothing(
    topology: Topology, two: Two, boards: BoardServer, database: str
) -> None:
    admin = await follow(topology, two[0])
    before = len(await runs(two[0], admin))
    boards.set_jobs(BOARD["source"], BOARD["board"], [a_row("ashby", n) for n in range(7)])
    boards.fail(BOARD["source"], BOARD["board"], Fault("slow", seconds=30))
    asked = len(boards.requests)
    assert (await two[0].post("/api/v1/source-runs", json=BOARD, headers=admin)).status_code == 202
    reader = await the_one_who_reads(topology, boards, asked)
    reader.kill()
    boards.fail(BOARD["source"], BOARD["board"], None)
    # The lease's ninety seconds are over.
    await execute(database, "UPDATE jobs.board SET lease_until = now() WHERE lease_owner IS NOT NULL")

    async def settled() -> bool:
        return len(await runs(two[1], admin)) >= before + 2 and await all_ended(two[1], admin)

    await rounds_of_the_schedule(topology, settled)
    since = (await runs(two[1], admin))[:-before]
    codes = [run["error"]["code"] for run in since if run["status"] == "failed"]
    assert codes == ["worker_lost"], since
    assert sum(run["new"] for run in since) == 7, since
    assert any(run["status"] == "complete" and run["fetched"] == 7 for run in since), since
    reader.start()


async def test_a_redis_that_goes_and_comes_back_empty_takes_nothing_with_it(
    topology: Topology, two: Two, redis: RedisProcess, boards: BoardServer, mail: MailServer
) -> None:
    admin = await follow(topology, two[0])
    person, headers = await sign_up(two[0])
    by_email = {"preferences": {"application_submitted": {"email": True}}}
    assert (await two[0].put("/api/v1/notification-preferences", json=by_email, headers=headers)).status_code == 200
    async with listening(topology.urls[0], headers) as socket:
        sent = [(await apply(two[1], headers, "Before"))["id"]]
        redis.stop()
        sent += [(await apply(two[1], headers, f"Meanwhile {n}"))["id"] for n in range(5)]
        boards.set_jobs(BOARD["source"], BOARD["board"], [a_row("ashby", n) for n in range(100, 104)])
        known = len(await runs(two[0], admin))
        assert (await two[0].post("/api/v1/source-runs", json=BOARD, headers=admin)).status_code == 202
        told = [(await next_notification(socket))["data"]["data"]["application_id"] for _ in range(6)]
        health = (await two[0].get("/health")).json()
        assert (health["status"], health["redis"]["status"]) == ("degraded", "down")
        redis.start()
        sent.append((await apply(two[1], headers, "After"))["id"])
        told.append((await next_notification(socket))["data"]["data"]["application_id"])
        assert sorted(told) == sorted(sent)
    assert len(set(told)) == len(told)

    async def read() -> bool:
        return len(await runs(two[0], admin)) > known and await all_ended(two[0], admin)

    await until(read, 20)
    notifications = (await two[1].get("/api/v1/notifications", headers=headers)).json()
    assert notifications["pagination"]["total"] == len(sent)

    async def mailed() -> bool:
        return len(mail.to(person["email"])) >= len(sent)

    await until(mailed, 40)
    assert len(mail.to(person["email"])) == len({letter.message_id for letter in mail.to(person["email"])}) == len(sent)

    async def healthy() -> bool:
        return (await two[0].get("/health")).json()["redis"]["status"] == "up"  # type: ignore[no-any-return]

    await until(healthy, 10)


async def test_everybody_stops_tidily(topology: Topology) -> None:
    codes = [await asyncio.to_thread(process.stop) for process in topology.everybody]
    assert codes == [0] * 5, topology.logs()
    assert "Traceback" not in topology.logs()


async def follow(topology: Topology, http: httpx.AsyncClient) -> dict[str, str]:
    """Follow the board, once it is read return the headers of an administrator."""
    credentials = {"email": ADMIN, "password": PASSWORD}
    answer = await http.post("/api/v1/auth/login", json=credentials)
    if answer.status_code == 401:
        words = ("user", "create", "--email", ADMIN, "--password-stdin", "--admin")
        await asyncio.to_thread(topology.run, *words, stdin=PASSWORD)
        answer = await http.post("/api/v1/auth/login", json=credentials)
    headers = {"Authorization": f"Bearer {answer.json()['data']['access_token']}"}
    followed = await http.post("/api/v1/job-boards", json=BOARD, headers=headers)
    assert followed.status_code in {200, 201}, followed.text

    async def read() -> bool:
        return bool(await runs(http, headers)) and await all_ended(http, headers)

    await until(read, 30)
    return headers


async def runs(http: httpx.AsyncClient, headers: dict[str, str]) -> list[dict[str, Any]]:
    """The ledger of the board, the newest run first."""
    listed: list[dict[str, Any]] = (await http.get("/api/v1/source-runs", params=BOARD, headers=headers)).json()["data"]
    return listed


async def all_ended(http: httpx.AsyncClient, headers: dict[str, str]) -> bool:
    return all(run["status"] != "running" for run in await runs(http, headers))


async def the_one_who_reads(topology: Topology, boards: BoardServer, asked_before: int) -> OneProcess:
    """Wait until the slow board is asked; return the worker that waits for its answer."""
    async with asyncio.timeout(20):
        while len(boards.requests) == asked_before:  # noqa: ASYNC110 - the server runs in a thread
            await asyncio.sleep(0.02)
    port = boards.requests[-1].port
    return next(worker for worker in topology.workers if worker.talks_from(port))


async def rounds_of_the_schedule(topology: Topology, settled: Callable[[], Awaitable[bool]]) -> None:
    """Let the schedule come round until it is settled: not every minute, but with every start of the scheduler.

    A sweep leaves a board alone that is being taken just then, and comes back to it.
    """
    for _ in range(4):
        await asyncio.to_thread(topology.scheduler.stop)
        topology.scheduler.start()
        with suppress(TimeoutError):
            return await until(settled, 15)
    raise AssertionError(topology.logs())


async def apply(http: httpx.AsyncClient, headers: dict[str, str], company: str) -> dict[str, Any]:
    body = {"title": "Baker", "company": company, "url": "https://example.org/job", "status": "applied"}
    answer = await http.post("/api/v1/applications", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()["data"]
    return made


async def at_once(two: Two, body: dict[str, str], headers: dict[str, str]) -> list[httpx.Response]:
    """Send twenty of the same, spread over both."""
    body = {**body, "status": "applied"}
    return await asyncio.gather(
        *(two[n % 2].post("/api/v1/applications", json=body, headers=headers) for n in range(20))
    )


@asynccontextmanager
async def listening(url: str, headers: dict[str, str]) -> AsyncIterator[ClientConnection]:
    token = headers["Authorization"].removeprefix("Bearer ")
    address = f"{url.replace('http', 'ws')}/ws/notifications"
    async with connect(address, subprotocols=["bearer", token], proxy=None) as socket:  # type: ignore[list-item]
        yield socket


async def next_notification(socket: ClientConnection) -> dict[str, Any]:
    while True:
        message = json.loads(await asyncio.wait_for(socket.recv(), 15))
        if message["type"] == "notification":
            return dict(message)


async def until(holds: Callable[[], Awaitable[bool]], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not await holds():  # noqa: ASYNC110 - processes have no events of ours
            await asyncio.sleep(0.1)
