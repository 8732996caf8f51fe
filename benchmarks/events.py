"""Events: from the outbox to two subscribers' inboxes, through the product's relay in a process of its own.

uv run python benchmarks/events.py [--json] [--events N] [--seconds S] [--rate N]

``events_per_s``: a backlog of N "application submitted" events, delivered to both subscribers and settled.
``lag_p95_ms``: from the telling of an event to the moment when it is settled for both, at a steady rate, five events
a transaction. The database notes when events leave the outbox, just before that commit.
Floor: a loop over asyncpg that moves the same rows to two inbox tables in batches of 500, woken by the same NOTIFY,
with no subscriber's work, no Python objects and no error handling.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass

import asyncpg
from dishka import AsyncContainer
from report import Result, print_results
from running import HERE, SECRET, child, database, product

from careercopilot.adapters.postgres.migrations.runner import migrate
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.clock import SystemClock
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.api.events import ApplicationSubmitted

_RATE_TARGET, _LAG_TARGET = 1000.0, 200.0
_TOGETHER = 5
_PEOPLE = [new_id() for _ in range(500)]
_GIVE_UP_AFTER = 120.0
_NOTE_WHAT_IS_SETTLED = """
    CREATE SCHEMA benchmark;
    CREATE TABLE benchmark.settled (at timestamptz NOT NULL, lag_ms double precision NOT NULL);
    CREATE TABLE benchmark.heard (event_id uuid NOT NULL);
    CREATE FUNCTION benchmark.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO benchmark.settled
        SELECT clock_timestamp(), extract(epoch FROM clock_timestamp() - occurred_at) * 1000 FROM gone;
        RETURN NULL;
    END $$;
    CREATE TRIGGER note AFTER DELETE ON core.outbox REFERENCING OLD TABLE AS gone
        FOR EACH STATEMENT EXECUTE FUNCTION benchmark.note();
"""


@dataclass(frozen=True)
class Measured:
    """What one relay did."""

    per_second: float
    lag_p95_ms: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--rate", type=int, default=1000)
    arguments = parser.parse_args()
    with database() as url:
        asyncio.run(_prepare(url))
        load = (arguments.events, arguments.seconds, arguments.rate)
        floor = asyncio.run(_measure(url, _script("events_floor.py", url), *load))
        ours = asyncio.run(_measure(url, _script("events_worker.py", url), *load))
    results = [
        _result("events_per_s", "events/s", ours.per_second, floor.per_second, _RATE_TARGET),
        _result("lag_p95_ms", "ms", ours.lag_p95_ms, floor.lag_p95_ms, _LAG_TARGET),
    ]
    print_results("events", results, as_json=arguments.json)


def _result(name: str, unit: str, value: float, floor: float, target: float) -> Result:
    met = value < target if unit == "ms" else value >= target
    return Result(name=name, value=value, unit=unit, floor=floor, ratio=value / floor, target=target, met=met)


async def _prepare(url: str) -> None:
    await migrate(url)
    async with _connected(url) as connection:
        await connection.execute(_NOTE_WHAT_IS_SETTLED)


async def _measure(url: str, relay: AbstractContextManager[object], events: int, seconds: float, rate: int) -> Measured:
    """Tell a backlog before the relay is started, and at a steady rate afterwards."""
    async with _connected(url) as connection, _units_of_work(url) as publish:
        await connection.execute("TRUNCATE benchmark.settled, core.outbox, core.inbox")
        for _ in range(events // 500):
            await publish(500)
        with relay:
            await _settled(connection, events)
            per_second = await connection.fetchval(
                "WITH batches AS (SELECT at, count(*) AS events FROM benchmark.settled GROUP BY at),"
                " ends AS (SELECT min(at) AS first, max(at) AS last FROM batches)"
                " SELECT sum(events) FILTER (WHERE at > first) / extract(epoch FROM max(last) - min(first))"
                " FROM batches, ends"
            )
            await connection.execute("TRUNCATE benchmark.settled")
            told = await _steadily(publish, seconds, rate)
            await _settled(connection, told)
        lag = await connection.fetchval(
            "SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY lag_ms) FROM benchmark.settled"
        )
    return Measured(float(per_second), float(lag))


async def _steadily(publish: "Publish", seconds: float, rate: int) -> int:
    begun, told = time.perf_counter(), 0
    while (passed := time.perf_counter() - begun) < seconds:
        if told > passed * rate:
            await asyncio.sleep(told / rate - passed)
        await publish(_TOGETHER)
        told += _TOGETHER
    return told


async def _settled(connection: "asyncpg.Connection[asyncpg.Record]", wanted: int) -> None:
    deadline = time.monotonic() + _GIVE_UP_AFTER
    while await connection.fetchval("SELECT count(*) FROM benchmark.settled") < wanted:
        if time.monotonic() > deadline:
            msg = "the events were not delivered"
            raise TimeoutError(msg)
        await asyncio.sleep(0.2)


class Publish:
    """Tells so many events in one transaction, as a use case would."""

    def __init__(self, container: AsyncContainer) -> None:
        self._container = container
        self._clock = SystemClock()

    async def __call__(self, events: int) -> None:
        async with self._container() as scope, await scope.get(UnitOfWork) as unit_of_work:
            unit_of_work.publish(*(self._event(number) for number in range(events)))
            await unit_of_work.commit()

    def _event(self, number: int) -> ApplicationSubmitted:
        return ApplicationSubmitted(
            aggregate_id=new_id(),
            aggregate_version=1,
            user_id=_PEOPLE[number % len(_PEOPLE)],
            job_id=None,
            title="Backend Engineer",
            company="Example Works",
            applied_at=self._clock.now(),
        )


@asynccontextmanager
async def _units_of_work(url: str) -> AsyncIterator[Publish]:
    container = postgres_container(Settings(secret_key=SECRET), url)
    try:
        yield Publish(container)
    finally:
        await container.close()


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


def _script(name: str, url: str) -> AbstractContextManager[object]:
    script: AbstractContextManager[object] = child([sys.executable, str(HERE / name), url], product(url))
    return script


if __name__ == "__main__":
    main()
