"""A request sent twice with one Idempotency-Key is done once."""

import asyncio

import pytest
from httpx import AsyncClient, Response
from litestar import Litestar

from careercopilot.kernel.errors import Conflict, NotFound, PermissionDenied, Unavailable
from tests.support.people import sign_up
from tests.support.rooms import ROOMS, Behaviour
from tests.support.wire import asked

Http = AsyncClient
KEY = {"idempotency-key": "k-1"}


async def create(http: Http, headers: dict[str, str], number: int = 1) -> Response:
    return await http.post(f"{ROOMS}/create", json={"number": number}, headers=headers)


async def test_a_repetition_gets_the_first_answer(http: Http, someone: dict[str, str], behaviour: Behaviour) -> None:
    first, second = [await create(http, someone | KEY) for _ in range(2)]
    assert behaviour.calls == 1
    assert first.status_code == second.status_code == 201
    assert first.content == second.content
    assert second.headers["location"] == f"{ROOMS}/1"
    assert second.headers["content-type"] == first.headers["content-type"]
    assert (first.headers.get("idempotency-replayed"), second.headers["idempotency-replayed"]) == (None, "true")


async def test_a_repetition_has_a_request_id_of_its_own(http: Http, someone: dict[str, str]) -> None:
    first, second = [await create(http, someone | KEY) for _ in range(2)]
    assert len(second.headers.get_list("x-request-id")) == 1
    assert first.headers["x-request-id"] != second.headers["x-request-id"]


async def test_without_a_key_every_request_is_done(http: Http, someone: dict[str, str], behaviour: Behaviour) -> None:
    await create(http, someone)
    await create(http, someone)
    assert behaviour.calls == 2


async def test_the_same_key_with_another_request_is_refused(
    http: Http, someone: dict[str, str], behaviour: Behaviour
) -> None:
    assert (await http.post(f"{ROOMS}/send", json={"number": 1}, headers=someone | KEY)).status_code == 201
    for path, number in ((f"{ROOMS}/send", 2), (f"{ROOMS}/send?copies=2", 1)):
        other = await http.post(path, json={"number": number}, headers=someone | KEY)
        assert (other.status_code, other.json()["error"]["code"]) == (422, "IDEMPOTENCY_KEY_REUSED")
    assert behaviour.calls == 1


async def test_of_twenty_requests_at_once_one_is_done_and_all_are_answered_alike(
    http: Http, someone: dict[str, str], behaviour: Behaviour
) -> None:
    behaviour.takes = 0.2
    answers = await asyncio.gather(*(create(http, someone | KEY) for _ in range(20)))
    assert behaviour.calls == 1
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1


async def test_keys_belong_to_their_user_and_route(http: Http, someone: dict[str, str], behaviour: Behaviour) -> None:
    _, another = await sign_up(http)
    await create(http, someone | KEY)
    await create(http, another | KEY, number=2)
    await http.post(f"{ROOMS}/send", json={"number": 3}, headers=someone | KEY)
    assert behaviour.calls == 3


@pytest.mark.parametrize("error", [Conflict("no"), NotFound("room", "1")])
async def test_a_refusal_is_kept(http: Http, someone: dict[str, str], behaviour: Behaviour, error: Exception) -> None:
    behaviour.error = error
    first = await create(http, someone | KEY)
    behaviour.error = None
    second = await create(http, someone | KEY)
    assert (behaviour.calls, second.status_code, second.content) == (1, first.status_code, first.content)


@pytest.mark.parametrize("error", [RuntimeError("oops"), Unavailable("away"), PermissionDenied()])
async def test_what_says_nothing_about_the_request_is_not_kept(
    http: Http, someone: dict[str, str], behaviour: Behaviour, error: Exception
) -> None:
    behaviour.error = error
    assert (await create(http, someone | KEY)).status_code >= 400
    behaviour.error = None
    assert (await create(http, someone | KEY)).status_code == 201
    assert behaviour.calls == 2


async def test_a_body_that_does_not_fit_is_kept_with_its_key_and_a_mended_one_needs_another(
    http: Http, someone: dict[str, str]
) -> None:
    wrong = await http.post(f"{ROOMS}/create", json={"number": "one"}, headers=someone | KEY)
    assert wrong.status_code == 400
    assert (await create(http, someone | KEY)).status_code == 422
    assert (await create(http, someone | {"idempotency-key": "k-2"})).status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 256, "a\x7fb"])
async def test_a_key_that_is_none_is_refused(
    http: Http, someone: dict[str, str], behaviour: Behaviour, key: str
) -> None:
    answer = await create(http, someone | {"idempotency-key": key})
    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (400, "Idempotency-Key")
    assert behaviour.calls == 0


async def test_the_longest_key_is_taken(http: Http, someone: dict[str, str]) -> None:
    assert (await create(http, someone | {"idempotency-key": "x" * 255})).status_code == 201


async def test_a_key_where_nothing_is_created_changes_nothing(http: Http, behaviour: Behaviour) -> None:
    for _ in range(2):
        await http.post(f"{ROOMS}/plain", json={"number": 1}, headers=KEY)
    assert behaviour.calls == 2


async def test_too_large_a_body_is_refused_and_the_key_stays_free(
    http: Http, app: Litestar, someone: dict[str, str]
) -> None:
    headers = {**someone, **KEY, "content-type": "application/json"}
    reply = await asked(app, "POST", f"{ROOMS}/create", headers=headers, chunks=[b" " * 600_000] * 2)
    assert reply is not None
    assert (reply.status, reply.json()["error"]["code"]) == (413, "PAYLOAD_TOO_LARGE")
    assert (await create(http, someone | KEY)).status_code == 201


async def test_half_a_request_is_none_and_the_whole_one_can_follow(
    http: Http, app: Litestar, someone: dict[str, str], behaviour: Behaviour
) -> None:
    headers = {**someone, **KEY, "content-type": "application/json"}
    half = [b'{"number"']
    assert await asked(app, "POST", f"{ROOMS}/create", headers=headers, chunks=half, hangs_up=True) is None
    assert behaviour.calls == 0
    whole = await http.post(f"{ROOMS}/create", content=b'{"number":1}', headers=headers)
    assert whole.status_code == 201


async def test_whoever_waits_too_long_for_a_first_request_is_told_so(
    http: Http,
    someone: dict[str, str],
    behaviour: Behaviour,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("careercopilot.entrypoints.http.idempotency._PATIENCE", 0.1)
    behaviour.takes = 0.5
    first = asyncio.create_task(create(http, someone | KEY))
    await asyncio.sleep(0.1)
    second = await create(http, someone | KEY)
    assert (second.status_code, second.json()["error"]["code"]) == (409, "CONFLICT")
    assert (await first).status_code == 201
