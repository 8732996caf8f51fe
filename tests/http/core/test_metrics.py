"""Metrics for an operator: what is counted of requests, and what the page shows besides."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence

import pytest
from dishka import AnyOf, AsyncContainer, Provider, Scope, make_async_container
from httpx import AsyncClient
from litestar import Litestar

from careercopilot.adapters.prometheus.metrics import PrometheusMetrics
from careercopilot.bootstrap.metrics_page import DatabaseGauge, MetricsPage, SharedGauges
from careercopilot.entrypoints.http.app import create_app
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.gauges import Reading
from careercopilot.kernel.metrics import Gauge, Metrics
from tests.support.clients import client_of
from tests.support.clock import FixedClock
from tests.support.containers import in_memory, settings
from tests.support.people import sign_up

SAMPLE = re.compile(r'[a-z_]+(\{([a-z_]+="[^"\n]*",?)*\})? -?[0-9.e+\-]+(Inf|NaN)?')
WELLS = Gauge("wells", "Wells that hold water.", ("depth",))


def counting() -> Provider:
    """Have what is counted shown, as in production."""
    provider = Provider(scope=Scope.APP)
    provider.provide(PrometheusMetrics, provides=AnyOf[PrometheusMetrics, Metrics], override=True)
    return provider


@pytest.fixture(scope="module")
def app() -> Litestar:
    """Built once, with a container of each test's own in it."""
    return create_app(make_async_container(), settings())


@pytest.fixture
async def http(app: Litestar) -> AsyncIterator[AsyncClient]:
    container = app.state.dishka_container = in_memory(FixedClock(), counting())
    async with client_of(app) as client:
        yield client
    await container.close()


async def shown(http: AsyncClient) -> str:
    return (await http.get("/metrics")).text


def requests_of(page: str) -> dict[str, float]:
    lines = [line for line in page.splitlines() if line.startswith("careercopilot_http_requests_total{")]
    return {labels: float(value) for labels, value in (line.rsplit(" ", 1) for line in lines)}


def line(method: str, route: str, status: int) -> str:
    return f'careercopilot_http_requests_total{{method="{method}",route="{route}",status="{status}"}}'


async def test_the_page_is_open_to_everybody_and_in_the_text_format(http: AsyncClient) -> None:
    answer = await http.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text.endswith("\n")
    wrong = [
        s for s in answer.text.splitlines() if not s.startswith(("# HELP ", "# TYPE ")) and not SAMPLE.fullmatch(s)
    ]
    assert wrong == []


async def test_the_process_tells_of_its_memory_its_time_and_its_garbage(http: AsyncClient) -> None:
    page = await shown(http)
    for name in ("process_resident_memory_bytes", "process_cpu_seconds_total", "python_gc_collections_total"):
        assert f"# TYPE {name}" in page


async def test_requests_are_counted_by_the_template_of_their_route(http: AsyncClient) -> None:
    _, headers = await sign_up(http)
    for number in range(3):
        await http.get(f"/api/v1/jobs/01900000-0000-7000-8000-00000000000{number}", headers=headers)
    await http.get("/api/v1/jobs")
    counted = requests_of(await shown(http))
    assert counted[line("GET", "/api/v1/jobs/{job_id}", 404)] == 3
    assert counted[line("GET", "/api/v1/jobs", 401)] == 1
    assert counted[line("POST", "/api/v1/auth/register", 201)] == 1


async def test_a_request_is_counted_by_the_time_the_next_page_is_made(http: AsyncClient) -> None:
    for times in range(1, 4):
        await http.get("/health/live")
        assert requests_of(await shown(http))[line("GET", "/health/live", 200)] == times


async def test_what_strangers_make_up_never_becomes_a_label(http: AsyncClient) -> None:
    for number in range(5):
        await http.get(f"/secret-{number}?token=abc")
        await http.request(f"BREW{number}", "/health")
    await http.delete("/health")
    page = await shown(http)
    assert requests_of(page) == {
        line("GET", "unmatched", 404): 5,
        line("other", "unmatched", 405): 5,
        line("DELETE", "unmatched", 405): 1,
    }
    assert not re.search("secret|BREW|token", page)


async def test_nothing_personal_is_shown(http: AsyncClient) -> None:
    user, headers = await sign_up(http)
    await http.get("/api/v1/users/me", headers=headers)
    page = await shown(http)
    assert user["id"] not in page
    assert "@" not in page


async def test_times_are_measured_by_route(http: AsyncClient) -> None:
    await http.get("/health/live")
    page = await shown(http)
    assert 'careercopilot_http_request_seconds_bucket{le="0.005",method="GET",route="/health/live"}' in page
    assert 'careercopilot_http_request_seconds_count{method="GET",route="/health/live"} 1.0' in page


async def test_how_far_delivery_is_behind_is_shown(http: AsyncClient) -> None:
    page = await shown(http)
    for name in ("pending", "lag_seconds", "failing", "parked"):
        assert f"\ncareercopilot_outbox_{name} 0.0" in page


class Wells:
    """Counts how often it is asked, and answers as it is told."""

    def __init__(self, error: Exception | None = None, takes: float = 0.0) -> None:
        self.asked = 0
        self.error = error
        self.takes = takes

    async def read(self) -> Sequence[Reading]:
        self.asked += 1
        await asyncio.sleep(self.takes)
        if self.error is not None:
            raise self.error
        return [Reading(WELLS, 3, ("deep",))]


async def test_a_crowd_of_scrapers_asks_the_stores_once() -> None:
    wells = Wells(takes=0.05)
    gauges = SharedGauges({"wells": wells})
    found = await asyncio.gather(*(gauges.read() for _ in range(50)))
    assert wells.asked == 1
    assert all(readings == [Reading(WELLS, 3, ("deep",))] for readings in found)


async def test_readings_are_made_anew_after_a_while() -> None:
    wells = Wells()
    gauges = SharedGauges({"wells": wells}, kept_for=0.01)
    await gauges.read()
    await asyncio.sleep(0.02)
    await gauges.read()
    assert wells.asked == 2


@pytest.mark.parametrize("error", [Unavailable("away"), RuntimeError("odd"), TimeoutError()], ids=repr)
async def test_a_part_that_fails_leaves_the_others_shown(error: Exception) -> None:
    gauges = SharedGauges({"broken": Wells(error), "wells": Wells()})
    assert await gauges.read() == [Reading(WELLS, 3, ("deep",))]


async def test_a_part_that_hangs_is_left_out_within_two_seconds() -> None:
    gauges = SharedGauges({"stuck": Wells(takes=60), "database": DatabaseGauge(Wells(takes=60)), "wells": Wells()})
    begun = time.monotonic()
    found = {reading.gauge.name: reading.value for reading in await gauges.read()}
    assert time.monotonic() - begun < 2
    assert found == {"database_up": 0, "wells": 3}


async def test_a_database_that_answers_is_up() -> None:
    found = {reading.gauge.name: reading.value for reading in await DatabaseGauge(Wells()).read()}
    assert found == {"database_up": 1, "wells": 3}


async def test_pages_asked_for_while_one_is_made_are_one() -> None:
    made = 0

    def render(_: Sequence[Reading]) -> bytes:
        nonlocal made
        made += 1
        time.sleep(0.05)
        return b"%d" % made

    page = MetricsPage(SharedGauges({}), render)
    first = asyncio.create_task(page.text())
    await asyncio.sleep(0.02)
    later = await asyncio.gather(*(page.text() for _ in range(20)))
    assert (await first, set(later), made) == (b"1", {b"2"}, 2)


async def test_a_page_that_could_not_be_made_is_made_anew() -> None:
    errors = [RuntimeError("odd")]

    def render(_: Sequence[Reading]) -> bytes:
        if errors:
            raise errors.pop()
        return b"page"

    page = MetricsPage(SharedGauges({}), render)
    with pytest.raises(RuntimeError):
        await page.text()
    assert await page.text() == b"page"


async def test_the_gauges_of_the_stores_are_read(container: AsyncContainer) -> None:
    readings = await (await container.get(SharedGauges)).read()
    assert {"outbox_pending", "outbox_lag_seconds"} <= {reading.gauge.name for reading in readings}
