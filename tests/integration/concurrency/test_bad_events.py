"""Events that cannot be delivered wait, are parked and can be replayed; all others pass."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from click.testing import CliRunner
from dishka import AsyncContainer

from careercopilot.adapters.prometheus.metrics import PrometheusMetrics
from careercopilot.entrypoints.cli.events import events
from careercopilot.entrypoints.worker.relaying import relay_events
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.delivering import RetryPolicy
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.relay import Delivered, Relay
from careercopilot.kernel.signals import Signals
from tests.support.administration import execute, value
from tests.support.bells import COOK, PORTER, Journal, household, relay_to, ring
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres

ONCE = RetryPolicy(attempts=1)
LONG = timedelta(hours=2)
DEEP = "[" * 4000 + "]" * 4000


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
async def house(database_url: str, clock: FixedClock, journal: Journal) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(database_url, clock, household(journal))
    yield container
    await container.close()


async def insert(url: str, clock: Clock, name: str, payload: str) -> None:
    """Put a row into the outbox that no version of ours has told."""
    values = f"'{new_id()}', '{name}', '{new_id()}', '{clock.now()}', '{clock.now()}', '{payload}'::jsonb"
    columns = "event_id, name, aggregate_id, occurred_at, due_at, payload"
    await execute(url, f"INSERT INTO core.outbox ({columns}) VALUES ({values})")


UNFIT = ["{}", "null", "[]", '"text"', "1e400", '{"aggregate_id": "nobody"}', '{"number": []}', f'{{"number": {DEEP}}}']


@pytest.mark.parametrize("payload", UNFIT, ids=lambda payload: payload[:30])
async def test_a_payload_that_does_not_fit_is_parked_and_the_others_of_its_batch_pass(
    house: AsyncContainer, journal: Journal, clock: FixedClock, database_url: str, payload: str
) -> None:
    await ring(house, 1)
    await insert(database_url, clock, "tests.rang.v1", payload)
    await ring(house, 2)
    relay = await relay_to(house, PORTER, COOK, policy=ONCE)
    assert await relay.run_once() == Delivered(done=2, failed=1, parked=1)
    assert journal.had == {"Porter": [1, 2], "Cook": [1, 2]}


@pytest.mark.parametrize(
    "name", ["tests.rang.v99", "", "nonsense", "x" * 5000, "tests.ring\u202e", "jobs.jobs-ingested.v9"]
)
async def test_an_event_of_an_unknown_version_waits_for_a_process_that_knows_it(
    house: AsyncContainer, journal: Journal, clock: FixedClock, database_url: str, name: str
) -> None:
    await insert(database_url, clock, name, "{}")
    await ring(house, 1)
    relay = await relay_to(house, PORTER)
    assert await relay.run_once() == Delivered(done=1, failed=1, parked=0)
    assert journal.had == {"Porter": [1]}
    backlog = await (await house.get(Outbox)).backlog()
    assert (backlog.pending, backlog.failing, backlog.parked) == (1, 1, 0)
    clock.advance(LONG)
    assert (await relay.run_once()).failed == 1
    assert await value(database_url, "SELECT attempts FROM core.outbox") == 2


async def test_an_event_told_by_a_newer_version_is_read_without_what_it_has_more(
    house: AsyncContainer, journal: Journal, clock: FixedClock, database_url: str
) -> None:
    newer = {"aggregate_id": str(new_id()), "aggregate_version": 7, "number": 5, "decibels": [90], "mood": None}
    await insert(database_url, clock, "tests.rang.v1", json.dumps(newer))
    assert (await (await relay_to(house, PORTER)).run_once()).done == 1
    assert journal.had["Porter"] == [5]


@pytest.mark.parametrize("text", ["nul \0 here", "half \ud800 a pair", "x" * 100_000], ids=["nul", "surrogate", "long"])
async def test_an_error_that_no_text_column_takes_does_not_stop_the_relay(
    house: AsyncContainer, journal: Journal, text: str
) -> None:
    journal.refuses["Porter"], journal.fault = {1}, RuntimeError(text)
    await ring(house, 1, 2)
    assert await (await relay_to(house, PORTER, policy=ONCE)).run_once() == Delivered(done=1, failed=1, parked=1)
    (parked,) = await (await house.get(Outbox)).parked()
    assert len(parked.error) <= 2000


async def test_a_parked_event_is_listed_and_replayed_by_the_command(
    house: AsyncContainer, journal: Journal, clock: FixedClock, database_url: str, tmp_path: Path
) -> None:
    journal.refuses["Porter"] = {13}
    await ring(house, 12, 13)
    await (await relay_to(house, PORTER, COOK, policy=ONCE)).run_once()
    (listed,) = (await told_by(database_url, tmp_path, "parked"))["parked"]
    assert (listed["name"], listed["attempts"]) == ("tests.rang.v1", 1)
    assert "cannot bear it" in listed["error"]
    journal.refuses.clear()
    assert await told_by(database_url, tmp_path, "replay", listed["event_id"]) == {"replayed": 1}
    assert (await told_by(database_url, tmp_path, "parked"))["parked"] == []
    clock.advance(timedelta(days=3650))  # the command goes by the machine's own clock
    assert (await (await relay_to(house, PORTER, COOK)).run_once()).done == 1
    assert (journal.had["Porter"], sorted(journal.had["Cook"])) == ([12, 13], [12, 13])


async def told_by(url: str, folder: Path, *words: str) -> Any:
    """Run the command as an operator does, on this database."""
    environment = {"CAREERCOPILOT_DATABASE_URL": url, "CAREERCOPILOT_DATA_DIR": str(folder)}
    run = CliRunner().invoke
    finished = await asyncio.to_thread(run, events, [*words, "--json"], env=environment, catch_exceptions=False)
    assert finished.exit_code == 0, finished.output
    return json.loads(finished.stdout)


async def test_failures_are_counted_and_logged_without_what_the_events_hold(
    house: AsyncContainer, journal: Journal, clock: FixedClock, database_url: str
) -> None:
    journal.refuses["Porter"], journal.fault = {1, 2}, ValueError("robin@example.org cannot bear it")
    await insert(database_url, clock, "tests.sang.v1", '{"who": "robin@example.org"}')
    await ring(house, 1, 2, 3)
    with structlog.testing.capture_logs() as logs:
        relaying = asyncio.create_task(
            relay_events(await relay_to(house, PORTER, COOK, policy=ONCE), await house.get(Signals))
        )
        async with asyncio.timeout(10):
            while (await (await house.get(Outbox)).backlog()).pending:  # noqa: ASYNC110 - the outbox has no event
                await asyncio.sleep(0.02)
        relaying.cancel()
        await asyncio.gather(relaying, return_exceptions=True)
    failures = {
        (log["event_name"], log["subscriber"], log["error"], log["times"])
        for log in logs
        if "times" in log and "error" in log
    }
    assert failures == {("tests.rang.v1", "tests.porter", "ValueError", 2), ("unknown", "unknown", "UnknownEvent", 1)}
    assert "robin" not in str(logs)
    registry = (await house.get(PrometheusMetrics)).registry
    labels = {"event": "tests.rang.v1", "subscriber": "tests.porter"}
    assert registry.get_sample_value("careercopilot_events_undelivered_total", labels) == 2
    assert registry.get_sample_value("careercopilot_events_parked_total", {"event": "unknown"}) == 1


async def test_the_real_relay_bears_a_storm_of_nonsense(
    house: AsyncContainer, clock: FixedClock, database_url: str
) -> None:
    for number in range(20):
        await insert(database_url, clock, "tracking.application-submitted.v1", UNFIT[number % len(UNFIT)])
        await insert(database_url, clock, f"tracking.application-submitted.v{number + 2}", "{}")
    delivered = await (await house.get(Relay)).run_once()
    assert (delivered.done, delivered.failed) == (0, 40)
    assert await (await house.get(Relay)).run_once() == Delivered(0, 0, 0)
