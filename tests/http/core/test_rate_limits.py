"""How often somebody may call: told in every answer, refused beyond."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from dishka import make_async_container
from httpx import ASGITransport, AsyncClient, Response
from litestar import Litestar

from careercopilot.adapters.memory.core.metrics import MemoryMetrics
from careercopilot.entrypoints.http.app import create_app
from tests.support.clients import started
from tests.support.clock import FixedClock
from tests.support.containers import in_memory, settings
from tests.support.people import PASSWORD, sign_up
from tests.support.rooms import Behaviour, RoomsController

HEADERS = ("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset")
NOWHERE = {"email": "nobody@example.org", "password": PASSWORD}


class House:
    """The application with a limit of a few requests, and callers at several addresses."""

    def __init__(self, to: Callable[[str], AsyncClient], clock: FixedClock, metrics: MemoryMetrics) -> None:
        self.clock = clock
        self.metrics = metrics
        self.behaviour = Behaviour()
        self._to = to

    def at(self, address: str) -> AsyncClient:
        return self._to(address)


def an_app(**switches: Any) -> Litestar:
    limits = {"rate_limit_requests": 5, "rate_limit_anonymous": 4, "rate_limit_auth": 3, "rate_limit_generate": 2}
    return create_app(make_async_container(), settings(**limits, **switches), more_routes=[RoomsController])


@asynccontextmanager
async def a_house(app: Litestar) -> AsyncIterator[House]:
    clock = FixedClock()
    container = app.state.dishka_container = in_memory(clock)

    def client(address: str) -> AsyncClient:
        transport = ASGITransport(app, client=(address, 1234), raise_app_exceptions=False)  # type: ignore[arg-type]
        return AsyncClient(transport=transport, base_url="http://testserver.local")

    async with started(app):
        house = House(client, clock, await container.get(MemoryMetrics))
        app.state.behaviour = house.behaviour
        yield house
    await container.close()


@pytest.fixture(scope="module")
def app() -> Litestar:
    """Built once, with a container of each test's own in it."""
    return an_app(rate_limit=True)


@pytest.fixture
async def house(app: Litestar) -> AsyncIterator[House]:
    async with a_house(app) as made:
        yield made


def told(answer: Response) -> tuple[int, int, int]:
    limit, remaining, reset = (int(answer.headers[name]) for name in HEADERS)
    return limit, remaining, reset


async def test_every_answer_says_what_is_left(house: House) -> None:
    house.behaviour.error = RuntimeError("oops")
    anybody = house.at("192.0.2.1")
    seen = {}
    for method, path in (("GET", "/nothing"), ("DELETE", "/health"), ("GET", "/api/v1/users/me")):
        answer = await anybody.request(method, path)
        seen[answer.status_code] = told(answer)[:2]
    assert seen == {404: (4, 3), 405: (4, 4), 401: (4, 2)}
    assert told(await house.at("192.0.2.9").get("/api/v1/rooms/open"))[:2] == (4, 3)  # which fails with 500
    assert all(len(answer.headers.get_list(name)) == 1 for name in HEADERS)


async def test_too_many_are_refused_in_the_shape_of_the_contract_until_time_has_passed(house: House) -> None:
    anybody = house.at("192.0.2.1")
    left = [told(await anybody.get("/nothing"))[1] for _ in range(4)]
    assert left == [3, 2, 1, 0]
    refused = await anybody.get("/nothing", headers={"x-request-id": "r-1"})
    error = refused.json()["error"]
    assert (refused.status_code, error["code"], error["request_id"]) == (429, "RATE_LIMITED", "r-1")
    assert refused.headers["content-type"] == "application/json"
    assert refused.headers["x-request-id"] == "r-1"
    assert told(refused)[:2] == (4, 0)
    wait = int(refused.headers["retry-after"])
    assert 1 <= wait <= 60
    assert error["details"] == {"retry_after": wait}
    house.clock.advance(timedelta(seconds=wait + 1))
    assert (await anybody.get("/nothing")).status_code == 404


async def test_a_refused_head_has_no_body(house: House) -> None:
    anybody = house.at("192.0.2.1")
    answers = [await anybody.head("/nothing") for _ in range(5)]
    assert (answers[-1].status_code, answers[-1].content) == (429, b"")


async def test_people_are_counted_one_by_one_wherever_they_are(house: House) -> None:
    _, one = await sign_up(house.at("192.0.2.1"))
    _, two = await sign_up(house.at("192.0.2.1"))
    for number in range(5):
        assert (await house.at(f"192.0.2.{number}").get("/api/v1/users/me", headers=one)).status_code == 200
    assert (await house.at("192.0.2.77").get("/api/v1/users/me", headers=one)).status_code == 429
    assert (await house.at("192.0.2.1").get("/api/v1/users/me", headers=two)).status_code == 200


async def test_addresses_are_counted_one_by_one_and_headers_do_not_change_them(house: House) -> None:
    for number in range(4):
        forged = {"x-forwarded-for": f"198.51.100.{number}", "forwarded": f"for=198.51.100.{number}"}
        await house.at("192.0.2.1").get("/nothing", headers=forged)
    forged = {"x-forwarded-for": "198.51.100.99"}
    assert (await house.at("192.0.2.1").get("/nothing", headers=forged)).status_code == 429
    assert (await house.at("192.0.2.2").get("/nothing")).status_code == 404


async def test_a_household_of_version_6_is_one_address(house: House) -> None:
    for number in range(1, 5):
        await house.at(f"2001:db8::{number}").get("/nothing")
    assert (await house.at("2001:db8::ffff").get("/nothing")).status_code == 429
    assert (await house.at("2001:db8:0:1::1").get("/nothing")).status_code == 404


@pytest.mark.parametrize("path", ["/api/v1/auth/login", "/api//v1/auth//login/", "/api/v1/auth/refresh"])
async def test_whoever_guesses_passwords_is_slowed_down_sooner(house: House, path: str) -> None:
    anybody = house.at("192.0.2.1")
    statuses = [(await anybody.post(path, json=NOWHERE)).status_code for _ in range(4)]
    assert statuses[3] == 429
    assert 429 not in statuses[:3]
    assert (await anybody.get("/nothing")).status_code == 404


async def test_guesses_are_counted_by_address_also_of_somebody_who_is_signed_in(house: House) -> None:
    _, headers = await sign_up(house.at("192.0.2.1"))
    answers = [await house.at("192.0.2.1").post("/api/v1/auth/login", json=NOWHERE, headers=headers) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [401, 401, 429]


async def test_writing_letters_has_a_limit_of_its_own(house: House) -> None:
    _, headers = await sign_up(house.at("192.0.2.1"))
    answers = [
        await house.at("192.0.2.1").post("/api/v1/generate/cover-letter", json={}, headers=headers) for _ in range(3)
    ]
    assert [answer.status_code == 429 for answer in answers] == [False, False, True]
    assert told(answers[0])[:2] == (2, 1)
    assert (await house.at("192.0.2.1").get("/api/v1/users/me", headers=headers)).status_code == 200


async def test_a_token_that_is_not_good_counts_as_a_stranger_and_is_still_refused(house: House) -> None:
    answers = [await house.at("192.0.2.1").get("/api/v1/users/me", headers={"authorization": "Bearer x"})] * 2
    assert [(a.status_code, told(a)[0]) for a in answers] == [(401, 4)] * 2


@pytest.mark.parametrize("path", ["/health", "/health/live", "/health/ready", "/api/v1/health", "/metrics"])
async def test_probes_and_scrapers_are_always_answered(house: House, path: str) -> None:
    answers = [await house.at("192.0.2.1").get(path) for _ in range(6)]
    assert {answer.status_code for answer in answers} == {200}
    assert {told(answer)[:2] for answer in answers} == {(4, 4)}


async def test_switched_off_the_limits_are_still_told_but_nobody_is_refused() -> None:
    async with a_house(an_app(rate_limit=False)) as house:
        answers = [await house.at("192.0.2.1").get("/nothing") for _ in range(6)]
        assert {answer.status_code for answer in answers} == {404}
        assert [told(answer)[1] for answer in answers] == [3, 2, 1, 0, 0, 0]


async def test_refusals_are_counted_by_limit(house: House) -> None:
    for _ in range(6):
        await house.at("192.0.2.1").get("/nothing")
    assert house.metrics.counts["rate_limited_total", "anonymous"] == 2
    assert house.metrics.counts["http_requests_total", "GET", "unmatched", "429"] == 2


async def test_a_kept_answer_tells_what_is_left_now(house: House) -> None:
    _, headers = await sign_up(house.at("192.0.2.1"))
    keyed = {**headers, "idempotency-key": "k"}
    client = house.at("192.0.2.1")
    one, two = [await client.post("/api/v1/rooms/create", json={"number": 1}, headers=keyed) for _ in range(2)]
    assert one.json() == two.json()
    assert (told(one)[1], told(two)[1]) == (4, 3)
    assert len(two.headers.get_list("ratelimit-limit")) == 1
