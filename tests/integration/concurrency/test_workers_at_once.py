"""Two relays, two sweepers and two schedulers at once do no harm."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.entrypoints.worker.housekeeping import forget_what_is_past
from careercopilot.entrypoints.worker.ingestion import DueBoards
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.relay import Relay
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import SweepLostRuns
from careercopilot.modules.jobs.domain.run import SourceRun
from careercopilot.modules.jobs.ports.boards import BoardRepository
from careercopilot.modules.jobs.ports.runs import RunRepository
from tests.support.administration import value
from tests.support.bells import COOK, PORTER, Journal, household, relay_to, ring
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres
from tests.support.ingestion import SOURCE, Ingesting, ingesting, many, page

EVENTS = 2_000
BOARDS = 20
LEASE = timedelta(seconds=90)


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
async def bells(database_url: str, clock: FixedClock, journal: Journal) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(database_url, clock, household(journal))
    yield container
    await container.close()


@pytest.fixture
async def ingestion(database_url: str, clock: FixedClock) -> AsyncIterator[Ingesting]:
    async with ingesting(clock, database_url) as made:
        yield made


async def test_two_relays_give_each_of_two_subscribers_each_event_once(bells: AsyncContainer, journal: Journal) -> None:
    for start in range(0, EVENTS, 500):
        await ring(bells, *range(start, start + 500))
    relays = [await relay_to(bells, PORTER, COOK) for _ in range(2)]

    async def drain(relay: Relay) -> int:
        done = 0
        while delivered := await relay.run_once(limit=100):
            done += delivered.done
            if not delivered.claimed:
                break
        return done

    done = await asyncio.gather(*(drain(relay) for relay in relays))
    assert sum(done) == EVENTS
    assert all(done), "both had something to do"
    for name in ("Porter", "Cook"):
        assert Counter(journal.had[name]) == dict.fromkeys(range(EVENTS), 1)
    assert (await (await bells.get(Outbox)).backlog()).pending == 0


async def follow(ingestion: Ingesting, name: str) -> None:
    await ingestion.call(FollowBoard, lambda follow_board: follow_board(SOURCE, name))


async def lose_runs(ingestion: Ingesting) -> set[UUID]:
    """Begin a run of each board as workers do that die right afterwards."""
    lost, now = set(), ingestion.clock.now()
    for number in range(BOARDS):
        name = f"board-{number}"
        await follow(ingestion, name)
        async with ingestion.container() as scope, await scope.get(UnitOfWork) as uow:
            run_id = new_id()
            boards = await scope.get(BoardRepository)
            board = await boards.take(SOURCE, name, run_id, now, now + LEASE, only_due=False)
            assert board is not None
            await (await scope.get(RunRepository)).add(SourceRun.start(run_id, board.id, SOURCE, name, now))
            await uow.commit()
            lost.add(run_id)
    return lost


async def test_two_sweepers_record_each_lost_run_once(ingestion: Ingesting, clock: FixedClock) -> None:
    lost = await lose_runs(ingestion)
    clock.advance(LEASE + timedelta(seconds=1))
    swept = await asyncio.gather(*(ingestion.call(SweepLostRuns, lambda sweep: sweep()) for _ in range(4)))
    assert sum(swept) == BOARDS
    runs = await ingestion.runs()
    assert {run.id for run in runs} == lost
    assert {(run.status, run.error.code if run.error else None) for run in runs} == {("failed", "worker_lost")}
    assert {(await ingestion.board(f"board-{number}")).failures for number in range(BOARDS)} == {1}


async def test_two_workers_kicked_for_the_same_task_read_each_board_once(ingestion: Ingesting) -> None:
    for number in range(BOARDS):
        name = f"board-{number}"
        ingestion.reader.fill(name, page(*many(2)))
        await follow(ingestion, name)
    workers = [DueBoards(ingestion.container, 4) for _ in range(2)]
    await asyncio.gather(*(worker.run() for worker in workers for _ in range(2)))
    runs = await ingestion.runs()
    assert Counter(run.board for run in runs) == {f"board-{number}": 1 for number in range(BOARDS)}
    assert {run.status for run in runs} == {"complete"}


async def test_housekeeping_at_once_forgets_each_thing_once(
    bells: AsyncContainer, clock: FixedClock, database_url: str
) -> None:
    await ring(bells, *range(50))
    await (await relay_to(bells, PORTER, COOK)).run_once()
    clock.advance(timedelta(days=8))
    await asyncio.gather(*(forget_what_is_past(bells) for _ in range(4)))
    assert await value(database_url, "SELECT count(*) FROM core.inbox") == 0
