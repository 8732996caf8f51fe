"""What signals and kicks promise, on every adapter."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.bootstrap.brokers import task_broker
from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.worker.receiving import receive_messages
from careercopilot.entrypoints.worker.waking import wake_tasks
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.signals import OUTBOX, Signal, Signals
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.bells import ring
from tests.support.containers import EVERY_FORM
from tests.support.signals import send
from tests.support.waiting import until

pytestmark = pytest.mark.parametrize("container", EVERY_FORM, indirect=True)
BELL = "bell"


async def listen(container: AsyncContainer, topic: str = BELL) -> list[str]:
    """Subscribe, and wait until what is sent now would be heard."""
    heard: list[str] = []
    (await container.get(Signals)).subscribe(topic, heard.append)
    async with asyncio.timeout(5):
        while "trial" not in heard:
            await send(container, Signal(topic, "trial"))
            await asyncio.sleep(0.02)
    await send(container, Signal(topic, "last trial"))
    await until(lambda: "last trial" in heard)
    heard.clear()
    return heard


async def test_a_signal_arrives_once_at_everybody_who_listens_to_its_topic(container: AsyncContainer) -> None:
    one, two, other = await listen(container), await listen(container), await listen(container, "other")
    one.clear()
    await send(container, Signal(BELL, "ding"), Signal(BELL, "dong"), Signal(BELL, "ding"))
    await until(lambda: len(one) == 2)
    assert sorted(one) == sorted(two) == ["ding", "dong"]
    assert other == []


async def test_a_signal_leaves_with_a_commit_and_only_with_its_own(container: AsyncContainer) -> None:
    heard = await listen(container)
    await send(container, Signal(BELL, "undone"), commit=False)
    async with container() as scope:
        uow = await scope.get(UnitOfWork)
        async with uow:
            uow.signal(Signal(BELL, "undone too"))
        async with uow:
            uow.signal(Signal(BELL, "done"))
            await asyncio.sleep(0.1)
            assert heard == []
            await uow.commit()
    await until(lambda: heard == ["done"])


async def test_many_signals_of_one_transaction_arrive_all(container: AsyncContainer) -> None:
    heard = await listen(container)
    await send(container, *(Signal(BELL, f'{n} "quoted" Łódź {{}}') for n in range(1_000)))
    await until(lambda: len(heard) == 1_000)
    assert set(heard) == {f'{n} "quoted" Łódź {{}}' for n in range(1_000)}


async def test_told_events_are_signalled(container: AsyncContainer) -> None:
    heard = await listen(container, OUTBOX)
    await ring(container, 1, 2)
    await until(lambda: heard == [""])


async def test_whoever_unsubscribed_hears_nothing_more(container: AsyncContainer) -> None:
    stays, left = await listen(container), list[str]()
    (await container.get(Signals)).subscribe(BELL, left.append)()
    await send(container, Signal(BELL, "ding"))
    await until(lambda: stays == ["ding"])
    assert left == []


async def test_a_kicked_task_runs_once_on_one_of_the_workers(container: AsyncContainer) -> None:
    async with working(container) as done:
        rows = [new_id() for _ in range(20)]
        for row in rows:
            await kick(container, row)
        await until(lambda: len(done) >= len(rows))
        await asyncio.sleep(0.2)
    assert sorted(done) == sorted(rows)


async def test_a_kick_that_was_undone_wakes_nobody(container: AsyncContainer) -> None:
    async with working(container) as done:
        await kick(container, new_id(), commit=False)
        await kick(container, row := new_id())
        await until(lambda: done == [row])


async def kick(container: AsyncContainer, row_id: UUID, *, commit: bool = True) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        (await scope.get(TaskQueue)).kick("tests.work", row_id)
        if commit:
            await uow.commit()


@asynccontextmanager
async def working(container: AsyncContainer) -> AsyncIterator[list[UUID]]:
    """Run what a worker runs to be woken; give the rows that it was woken for."""
    done: list[UUID] = []

    async def work(row_id: UUID) -> None:
        done.append(row_id)

    settings = await container.get(Settings)
    broker = task_broker(settings)
    broker.register_task(work, task_name="tests.work")
    await broker.startup()
    signals = await container.get(Signals)
    woken = asyncio.create_task(receive_messages(broker) if settings.redis_url else wake_tasks(broker, signals))
    await asyncio.sleep(0.1)
    yield done
    woken.cancel()
    await asyncio.gather(woken, return_exceptions=True)
    await broker.shutdown()
