"""What an operator's graphs show of the stores, and what they show while those are away."""

import asyncio
import socket
import time
import urllib.request
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from dishka import AsyncContainer

from careercopilot.adapters.prometheus.metrics import PrometheusMetrics
from careercopilot.adapters.prometheus.server import PrometheusServer
from careercopilot.bootstrap.metrics_page import MetricsPage, MetricsServer, SharedGauges
from careercopilot.kernel.delivering import RetryPolicy
from careercopilot.kernel.health import Heartbeats
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.metrics import Counter
from tests.support.administration import execute
from tests.support.bells import relay_to, ring
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres

WISHES = Counter("wishes_total", "Wishes that came true.")


async def shown(container: AsyncContainer) -> dict[str, float]:
    page = (await (await container.get(MetricsPage)).text()).decode()
    lines = [line for line in page.splitlines() if not line.startswith("#")]
    return {name.removeprefix("careercopilot_"): float(value) for name, value in (li.rsplit(" ", 1) for li in lines)}


async def test_what_waits_is_failing_or_was_given_up_on_is_shown(
    postgres_container: AsyncContainer, clock: FixedClock
) -> None:
    await ring(postgres_container, 1)
    await (await relay_to(postgres_container, policy=RetryPolicy(attempts=1))).run_once()
    await ring(postgres_container, 2)
    await (await relay_to(postgres_container)).run_once()
    await ring(postgres_container, 3)
    clock.advance(timedelta(seconds=30))
    found = await shown(postgres_container)
    assert {name: value for name, value in found.items() if name.startswith("outbox_")} == {
        "outbox_pending": 2,
        "outbox_lag_seconds": 30,
        "outbox_failing": 1,
        "outbox_parked": 1,
    }
    assert found["database_up"] == 1


async def test_processes_that_beat_are_shown_until_they_fall_silent(
    postgres_container: AsyncContainer, clock: FixedClock
) -> None:
    beats = await postgres_container.get(Heartbeats)
    gauges = await postgres_container.get(SharedGauges)
    gauges._kept_for = 0
    await beats.beat("one", "worker")
    await beats.beat("two", "worker")
    await beats.beat("three", "scheduler")
    found = await shown(postgres_container)
    assert found['processes_alive{kind="worker"}'] == 2
    assert found['processes_alive{kind="scheduler"}'] == 1
    clock.advance(timedelta(minutes=1))
    assert (await shown(postgres_container))['processes_alive{kind="worker"}'] == 0


async def test_runs_of_the_last_day_and_boards_are_shown(
    postgres_container: AsyncContainer, clock: FixedClock, database_url: str
) -> None:
    now, columns = clock.now(), "id, source, name, followed, failures, created_at, next_run_at"
    boards = {new_id(): now - timedelta(minutes=5), new_id(): now + timedelta(minutes=5)}
    for board, due in boards.items():
        row = f"'{board}', 's', '{board}', true, 0, '{now}', '{due}'"
        await execute(database_url, f"INSERT INTO jobs.board ({columns}) VALUES ({row})")
    counts = "fetched, new, updated, unchanged, merged, reopened, closed, rejected"
    columns = f"id, board_id, source, board, status, started_at, {counts}, rejections"
    for status, age in (("complete", 1), ("complete", 23), ("failed", 2), ("failed", 25)):
        began = now - timedelta(hours=age)
        row = f"'{new_id()}', '{next(iter(boards))}', 's', 'b', '{status}', '{began}', {', '.join('0' * 8)}, '[]'"
        await execute(database_url, f"INSERT INTO jobs.source_run ({columns}) VALUES ({row})")
    found = await shown(postgres_container)
    assert {n: v for n, v in found.items() if n.startswith("source_runs")} == {
        'source_runs{status="running"}': 0,
        'source_runs{status="complete"}': 2,
        'source_runs{status="partial"}': 0,
        'source_runs{status="failed"}': 1,
        'source_runs{status="not_modified"}': 0,
    }
    assert (found["boards_followed"], found["boards_due"]) == (2, 1)


async def test_queues_of_the_background_are_shown(
    postgres_container: AsyncContainer, clock: FixedClock, database_url: str
) -> None:
    columns = "id, user_id, source_event_id, type, title, body, digest, state, attempts, due_at, created_at, settled_at"
    now = clock.now()
    for state, settled in (
        ("queued", "NULL"),
        ("queued", "NULL"),
        ("sent", f"'{now}'"),
        ("failed", "'2020-01-01 00:00Z'"),
    ):
        due = now - timedelta(seconds=40)
        row = f"'{new_id()}', '{new_id()}', '{new_id()}', 't', '', '', false, '{state}', 0, '{due}', '{now}', {settled}"
        await execute(database_url, f"INSERT INTO messaging.email_delivery ({columns}) VALUES ({row})")
    await execute(database_url, f"INSERT INTO jobs.vector_backlog (job_id, wanted_at) VALUES ('{new_id()}', '{now}')")
    found = await shown(postgres_container)
    states = {state: found[f'email_deliveries{{state="{state}"}}'] for state in ("queued", "sent", "failed")}
    assert states == {"queued": 2, "sent": 1, "failed": 0}
    assert found["email_lag_seconds"] == 40
    assert (found["vector_backlog"], found["saved_searches_due"], found["announcements_untold"]) == (1, 0, 0)


@pytest.fixture
async def nowhere(unused_port: int, clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(f"postgresql://nobody@127.0.0.1:{unused_port}/nothing", clock)
    yield container
    await container.close()


@pytest.fixture
async def silence(clock: FixedClock) -> AsyncIterator[AsyncContainer]:
    """A server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        container = on_postgres(f"postgresql://nobody@127.0.0.1:{deaf.getsockname()[1]}/nothing", clock)
        yield container
        await container.close()


@pytest.fixture(params=["nowhere", "silence"])
def away(request: pytest.FixtureRequest) -> AsyncContainer:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


async def test_while_the_database_is_away_the_rest_is_shown_in_time(away: AsyncContainer) -> None:
    (await away.get(PrometheusMetrics)).count(WISHES)
    begun = time.monotonic()
    found = await shown(away)
    assert time.monotonic() - begun < 2
    assert (found["database_up"], found["wishes_total"]) == (0, 1)
    assert not [name for name in found if name.startswith(("outbox_", "source_runs", "email_"))]


async def test_a_process_that_serves_nothing_else_shows_its_own(unused_port: int) -> None:
    metrics = PrometheusMetrics()
    metrics.count(WISHES)
    serving = asyncio.create_task(MetricsServer(PrometheusServer(metrics, unused_port)).serve())
    await asyncio.sleep(0.1)
    page = await asyncio.to_thread(_read, unused_port)
    assert "careercopilot_wishes_total 1.0" in page
    taken = asyncio.create_task(MetricsServer(PrometheusServer(metrics, unused_port)).serve())
    await asyncio.sleep(0.1)
    assert not taken.done()
    for task in (taken, serving):
        task.cancel()
    await asyncio.gather(taken, serving, return_exceptions=True)
    with pytest.raises(OSError, match="refused"):
        await asyncio.to_thread(_read, unused_port)


def _read(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        page: bytes = answer.read()
    return page.decode()
