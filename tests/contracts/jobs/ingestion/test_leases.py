"""One run of a board at a time, also when workers die."""

import asyncio
from datetime import timedelta

import pytest

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.errors import BoardBusy
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import SweepLostRuns
from careercopilot.modules.jobs.domain.run import RunCounts, SourceRun
from careercopilot.modules.jobs.ports.board_leases import BoardLeases
from careercopilot.modules.jobs.ports.boards import BoardRepository, LeaseLost
from careercopilot.modules.jobs.ports.runs import RunRepository
from tests.support.clock import FixedClock
from tests.support.ingestion import BOARD, SOURCE, Ingesting, many, page

LEASE = timedelta(seconds=90)


async def begin(ingestion: Ingesting, *, counts: RunCounts | None = None) -> SourceRun:
    """Begin a run as a worker does that dies right afterwards."""
    await ingestion.call(FollowBoard, lambda follow: follow(SOURCE, BOARD))
    now, run_id = ingestion.clock.now(), new_id()
    async with ingestion.container() as scope, await scope.get(UnitOfWork) as uow:
        boards = await scope.get(BoardRepository)
        board = await boards.take(SOURCE, BOARD, run_id, now, now + LEASE, only_due=False)
        assert board is not None
        run = SourceRun.start(run_id, board.id, SOURCE, BOARD, now)
        run.count(counts or RunCounts())
        await (await scope.get(RunRepository)).add(run)
        await uow.commit()
    return run


async def sweep(ingestion: Ingesting) -> int:
    swept: int = await ingestion.call(SweepLostRuns, lambda sweep_lost_runs: sweep_lost_runs())
    return swept


async def test_a_board_that_is_being_read_is_busy(ingestion: Ingesting) -> None:
    await begin(ingestion)
    with pytest.raises(BoardBusy):
        await ingestion.ingest()


async def test_a_lease_that_ran_out_is_taken_over(ingestion: Ingesting, clock: FixedClock) -> None:
    lost = await begin(ingestion)
    clock.advance(LEASE + timedelta(seconds=1))
    ingestion.reader.fill(BOARD, page(*many(1)))
    assert (await ingestion.ingest()).new == 1
    assert await sweep(ingestion) == 1
    by_id = {run.id: run for run in await ingestion.runs()}
    assert by_id[lost.id].status == "failed"


async def test_a_renewed_lease_holds(ingestion: Ingesting, clock: FixedClock) -> None:
    run = await begin(ingestion)
    leases = await ingestion.container.get(BoardLeases)
    assert await leases.renew(run.board_id, run.id, clock.now() + 2 * LEASE)
    clock.advance(LEASE + timedelta(seconds=1))
    assert await sweep(ingestion) == 0
    with pytest.raises(BoardBusy):
        await ingestion.ingest()
    assert not await leases.renew(run.board_id, new_id(), clock.now() + LEASE)


@pytest.mark.parametrize(("taken", "status"), [(0, "failed"), (5, "partial")])
async def test_a_lost_run_is_recorded_once_and_its_board_is_due(
    ingestion: Ingesting, clock: FixedClock, taken: int, status: str
) -> None:
    lost = await begin(ingestion, counts=RunCounts(new=taken))
    assert await sweep(ingestion) == 0
    clock.advance(LEASE + timedelta(seconds=1))
    assert sum(await asyncio.gather(sweep(ingestion), sweep(ingestion))) == 1
    assert await sweep(ingestion) == 0
    (run,) = await ingestion.runs()
    assert (run.id, run.status, run.fetched) == (lost.id, status, taken)
    assert run.error is not None
    assert run.error.code == "worker_lost"
    assert (await ingestion.board()).next_run_at == clock.now()


async def test_a_board_that_keeps_killing_workers_waits_longer(ingestion: Ingesting, clock: FixedClock) -> None:
    for wait in (0, 5, 10):
        await begin(ingestion)
        clock.advance(LEASE + timedelta(seconds=1))
        await sweep(ingestion)
        assert (await ingestion.board()).next_run_at == clock.now() + timedelta(minutes=wait)


async def test_a_run_that_was_thought_dead_writes_nothing_more(ingestion: Ingesting, clock: FixedClock) -> None:
    run = await begin(ingestion)
    board = await ingestion.board()
    clock.advance(LEASE + timedelta(seconds=1))
    await sweep(ingestion)
    async with ingestion.container() as scope, await scope.get(UnitOfWork) as uow:
        boards, runs = await scope.get(BoardRepository), await scope.get(RunRepository)
        with pytest.raises(LeaseLost):
            await boards.hold(board.id, run.id)
        with pytest.raises(LeaseLost):
            await boards.settle(board, run.id)
        run.complete(clock.now())
        await runs.save(run)
        await uow.commit()
    assert (await ingestion.runs())[0].status == "failed"


async def test_a_run_waits_for_the_one_before_it(ingestion: Ingesting) -> None:
    ingestion.reader.fill(BOARD, page(*many(20)))
    await ingestion.call(FollowBoard, lambda follow: follow(SOURCE, BOARD))
    runs = await asyncio.gather(*(ingestion.ingest(wait=timedelta(seconds=10)) for _ in range(3)))
    assert sorted((run.new, run.unchanged) for run in runs) == [(0, 20), (0, 20), (20, 0)]


async def test_only_what_is_due_is_run_for_the_schedule(ingestion: Ingesting, clock: FixedClock) -> None:
    await ingestion.run(page(*many(1)))
    with pytest.raises(BoardBusy):
        await ingestion.ingest(only_due=True)
    clock.advance(timedelta(days=1))
    assert (await ingestion.ingest(only_due=True)).unchanged == 1
