"""The row of arrivals."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency
from careercopilot.modules.jobs.api.use_cases.alerts import ForgetOldArrivals
from careercopilot.modules.jobs.ports.arrivals import Arrivals
from tests.support.alerts import Alerts
from tests.support.clock import FixedClock


async def note(container: AsyncContainer, arrived: Mapping[UUID, datetime], hold: asyncio.Event | None = None) -> int:
    async with container() as scope:
        arrivals: Arrivals = await scope.get(Arrivals)
        async with await scope.get(UnitOfWork) as unit_of_work:
            noted = await arrivals.note(arrived, max(arrived.values()))
            if hold is not None:
                await hold.wait()
            await unit_of_work.commit()
    return noted


async def newest(container: AsyncContainer) -> int:
    async with container() as scope:
        arrivals: Arrivals = await scope.get(Arrivals)
        async with await scope.get(UnitOfWork):
            return await arrivals.newest()


async def forget(container: AsyncContainer) -> int:
    async with container() as scope:
        forgotten: int = await (await scope.get(ForgetOldArrivals))()
    return forgotten


async def test_a_job_stands_in_the_row_once_and_moves_when_it_arrives_again(
    container: AsyncContainer, clock: FixedClock
) -> None:
    job, now = new_id(), clock.now()

    assert await newest(container) == 0
    assert await note(container, {job: now, new_id(): now}) == 2
    first = await newest(container)
    assert await note(container, {job: now}) == 0
    assert await note(container, {job: now - timedelta(days=1)}) == 0
    assert await newest(container) == first
    assert await note(container, {job: now + timedelta(seconds=1)}) == 1
    assert await newest(container) > first


@pytest.mark.timeout(20)
async def test_a_position_never_appears_behind_one_already_seen(container: AsyncContainer, clock: FixedClock) -> None:
    may_commit = asyncio.Event()
    early = asyncio.create_task(note(container, {new_id(): clock.now()}, may_commit))
    await asyncio.sleep(0.1)
    late = asyncio.create_task(note(container, {new_id(): clock.now()}))
    await asyncio.sleep(0.2)

    assert not late.done()
    may_commit.set()
    await asyncio.gather(early, late)
    assert await newest(container) >= 2


async def test_old_arrivals_are_forgotten_and_positions_go_on(container: AsyncContainer, clock: FixedClock) -> None:
    await note(container, {new_id(): clock.now() for _ in range(3)})
    last = await newest(container)
    clock.advance(timedelta(days=10))
    assert await forget(container) == 0
    clock.advance(timedelta(seconds=1))
    await note(container, {new_id(): clock.now()})

    assert await forget(container) == 3
    clock.advance(timedelta(days=11))
    assert await forget(container) == 1
    assert await newest(container) == 0
    await note(container, {new_id(): clock.now()})
    assert await newest(container) > last


async def test_what_a_search_has_not_looked_at_is_not_forgotten(
    alerts: Alerts, viewer: UUID, clock: FixedClock
) -> None:
    await alerts.save(viewer, q="gardener")
    await alerts.save(viewer, AlertFrequency.NEVER, q="gardener")
    await note(alerts.container, {new_id(): clock.now()})
    clock.advance(timedelta(days=11))

    assert await forget(alerts.container) == 0
    await alerts.match()
    assert await forget(alerts.container) == 1
