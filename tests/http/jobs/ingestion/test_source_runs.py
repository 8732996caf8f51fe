"""The run ledger and the followed boards over HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient, Response
from litestar import Litestar

from careercopilot.adapters.memory.jobs.board_readers import MemoryBoardReader
from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import NewUser
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser
from careercopilot.modules.jobs.api.use_cases.boards import ListDueBoards
from careercopilot.modules.jobs.ports.board_reader import BoardError
from tests.support.clients import client_of
from tests.support.clock import FixedClock
from tests.support.containers import in_memory
from tests.support.ingestion import BOARD, SOURCE, Ingesting, many, page, readers_of, spoilt
from tests.support.people import PASSWORD, sign_up

RUNS, BOARDS = "/api/v1/source-runs", "/api/v1/job-boards"
Headers = dict[str, str]


@pytest.fixture
def reader() -> MemoryBoardReader:
    return MemoryBoardReader()


@pytest.fixture
async def product(clock: FixedClock, reader: MemoryBoardReader) -> AsyncIterator[AsyncContainer]:
    container = in_memory(clock, readers_of(reader))
    yield container
    await container.close()


@pytest.fixture
async def client(application: Litestar, product: AsyncContainer) -> AsyncIterator[AsyncClient]:
    application.state.dishka_container = product
    async with client_of(application) as made:
        yield made


@pytest.fixture
def ingestion(product: AsyncContainer, reader: MemoryBoardReader, clock: FixedClock) -> Ingesting:
    return Ingesting(product, reader, clock)


@pytest.fixture
async def someone(client: AsyncClient) -> Headers:
    return (await sign_up(client))[1]


@pytest.fixture
async def admin(client: AsyncClient, product: AsyncContainer) -> Headers:
    async with product() as scope:
        create_user: CreateUser = await scope.get(CreateUser)
        await create_user(NewUser(email="root@example.org", password=PASSWORD, full_name="Root", admin=True))
    answer = await client.post("/api/v1/auth/login", json={"email": "root@example.org", "password": PASSWORD})
    return {"Authorization": f"Bearer {answer.json()['data']['access_token']}"}


def error_of(answer: Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    error: dict[str, Any] = answer.json()["error"]
    return error


async def test_the_ledger_shows_runs_as_the_contract_says(
    client: AsyncClient, someone: Headers, ingestion: Ingesting
) -> None:
    await ingestion.run(page(*many(2), spoilt("9")), BoardError("truncated", "Cut."))
    answer = await client.get(RUNS, headers=someone)
    (run,) = answer.json()["data"]
    assert run == {
        "id": run["id"],
        "source": SOURCE,
        "board": BOARD,
        "status": "partial",
        "started_at": "2026-03-02T09:00:00Z",
        "finished_at": "2026-03-02T09:00:00Z",
        "fetched": 3,
        "new": 2,
        "updated": 0,
        "unchanged": 0,
        "merged": 0,
        "reopened": 0,
        "closed": 0,
        "rejected": 1,
        "rejections": [{"external_id": "9", "reason": "it has no title"}],
        "error": {"code": "truncated", "message": "Cut."},
    }
    assert answer.json()["pagination"]["total"] == 1
    assert (await client.get(f"{RUNS}/{run['id']}", headers=someone)).json() == {"data": run}


async def test_the_ledger_is_filtered_and_says_by_what(
    client: AsyncClient, someone: Headers, ingestion: Ingesting
) -> None:
    await ingestion.run(page(*many(1)), board="a")
    await ingestion.run(BoardError("blocked", "A wall."), board="b")
    answer = await client.get(f"{RUNS}?status=failed,partial&source={SOURCE}", headers=someone)
    assert [run["board"] for run in answer.json()["data"]] == ["b"]
    assert answer.json()["filters"] == {"source": SOURCE, "status": ["partial", "failed"]}


@pytest.mark.parametrize("query", ["status=odd", "source=nowhere", "colour=red", "cursor=x", "limit=0"])
async def test_what_the_ledger_cannot_be_asked_is_refused(client: AsyncClient, someone: Headers, query: str) -> None:
    error = error_of(await client.get(f"{RUNS}?{query}", headers=someone), 400)
    assert error["details"]["field"] == query.partition("=")[0]


async def test_nobody_sees_the_ledger_without_signing_in(client: AsyncClient) -> None:
    error_of(await client.get(RUNS), 401)
    error_of(await client.get(BOARDS), 401)


async def test_an_unknown_run_is_not_found(client: AsyncClient, someone: Headers) -> None:
    assert error_of(await client.get(f"{RUNS}/{new_id()}", headers=someone), 404)["code"] == "RESOURCE_NOT_FOUND"


async def test_only_an_administrator_asks_for_runs_and_changes_boards(client: AsyncClient, someone: Headers) -> None:
    error_of(await client.post(RUNS, json={}, headers=someone), 403)
    error_of(await client.post(BOARDS, json={"source": SOURCE, "board": BOARD}, headers=someone), 403)
    error_of(await client.delete(f"{BOARDS}/{new_id()}", headers=someone), 403)


@pytest.mark.parametrize(("body", "due"), [({}, 2), ({"source": SOURCE}, 2), ({"source": SOURCE, "board": "b"}, 1)])
async def test_a_requested_run_is_accepted_and_makes_boards_due(
    client: AsyncClient, admin: Headers, ingestion: Ingesting, body: dict[str, str], due: int
) -> None:
    for board in ("a", "b"):
        await ingestion.run(page(*many(1)), board=board)
    answer = await client.post(RUNS, json=body, headers=admin)
    assert answer.status_code == 202, answer.text
    assert answer.headers["Location"] == RUNS
    assert len(answer.json()["data"]["boards"]) == due
    assert len(await ingestion.call(ListDueBoards, lambda act: act())) == due


async def test_runs_of_what_is_not_there_are_refused(client: AsyncClient, admin: Headers) -> None:
    error_of(await client.post(RUNS, json={"source": "nowhere"}, headers=admin), 400)
    error_of(await client.post(RUNS, json={"board": "b"}, headers=admin), 400)
    error_of(await client.post(RUNS, json={"source": SOURCE, "board": "b"}, headers=admin), 404)
    error_of(await client.post(RUNS, json={"colour": "red"}, headers=admin), 400)


async def test_a_board_is_followed_listed_and_unfollowed(
    client: AsyncClient, admin: Headers, someone: Headers, reader: MemoryBoardReader
) -> None:
    reader.fill(BOARD, page(*many(1)))
    body = {"source": SOURCE, "board": BOARD, "company_name": "Acme"}
    answer = await client.post(BOARDS, json=body, headers=admin)
    assert answer.status_code == 201, answer.text
    board = answer.json()["data"]
    location = answer.headers["Location"]
    assert location == f"{BOARDS}/{board['id']}"
    assert (board["source"], board["board"], board["company_name"]) == (SOURCE, BOARD, "Acme")
    assert (await client.post(BOARDS, json=body, headers=admin)).status_code == 200
    assert (await client.get(location, headers=someone)).json() == {"data": board}
    assert (await client.get(BOARDS, headers=someone)).json()["data"] == [board]
    assert (await client.delete(location, headers=admin)).status_code == 204
    error_of(await client.delete(location, headers=admin), 404)
    assert (await client.get(BOARDS, headers=someone)).json()["data"] == []


async def test_a_board_is_unfollowed_by_its_name_too(
    client: AsyncClient, admin: Headers, reader: MemoryBoardReader
) -> None:
    reader.fill("Weird Name%2F", page())
    await client.post(BOARDS, json={"source": SOURCE, "board": "Weird Name%2F"}, headers=admin)
    named = {"source": SOURCE, "board": "Weird Name%2F"}
    assert (await client.delete(BOARDS, params=named, headers=admin)).status_code == 204
    error_of(await client.delete(BOARDS, params=named, headers=admin), 404)


async def test_a_board_that_cannot_be_read_is_not_followed(
    client: AsyncClient, admin: Headers, reader: MemoryBoardReader
) -> None:
    reader.fill("walled", BoardError("blocked", "A wall."))
    unknown = error_of(await client.post(BOARDS, json={"source": SOURCE, "board": "nobody"}, headers=admin), 404)
    assert unknown["details"] == {"resource": "job board", "id": "nobody"}
    error_of(await client.post(BOARDS, json={"source": SOURCE, "board": "walled"}, headers=admin), 503)
    error_of(await client.post(BOARDS, json={"source": "nowhere", "board": "x"}, headers=admin), 400)
    error_of(await client.post(BOARDS, json={"source": SOURCE, "board": ""}, headers=admin), 400)
    assert (await client.get(BOARDS, headers=admin)).json()["data"] == []
