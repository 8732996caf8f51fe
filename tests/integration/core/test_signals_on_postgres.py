"""Signals travel by NOTIFY: they leave with the commit, and listeners learn when some may have been missed."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from dishka import AsyncContainer

from careercopilot.adapters.postgres.core.signals import PostgresSignals
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.signals import OUTBOX, TASKS, Signal, Signals, task_signal
from careercopilot.kernel.task_queue import TaskQueue
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.administration import end_connections
from tests.support.bells import ring
from tests.support.signals import send
from tests.support.waiting import until

BELL = "bell"


@pytest.fixture
async def signals(database_url: str) -> AsyncIterator[PostgresSignals]:
    signals = PostgresSignals(database_url)
    await signals.start()
    yield signals
    await signals.stop()


async def listen(signals: Signals, topic: str = BELL) -> list[str]:
    """Subscribe and wait until the server listens, which is told by an empty payload."""
    heard: list[str] = []
    signals.subscribe(topic, heard.append)
    await until(lambda: heard == [""])
    heard.clear()
    return heard


async def test_a_signal_arrives_at_everybody_who_listens_to_its_topic(
    postgres_container: AsyncContainer, signals: PostgresSignals
) -> None:
    one, other = await listen(signals), await listen(signals, "other")
    two: list[str] = []
    signals.subscribe(BELL, two.append)
    await send(postgres_container, Signal(BELL, "ding"), Signal(BELL, "dong"), Signal(BELL, "ding"))
    await until(lambda: len(one) == 2)
    assert one == two == ["ding", "dong"]
    assert other == []


async def test_whoever_subscribes_to_a_new_topic_is_told_to_look_once_the_server_listens(
    signals: PostgresSignals,
) -> None:
    heard: list[str] = []
    signals.subscribe("never-heard-of", heard.append)
    await until(lambda: heard == [""])


async def test_a_signal_leaves_with_the_commit_and_only_with_it(
    postgres_container: AsyncContainer, signals: PostgresSignals
) -> None:
    heard = await listen(signals)
    await send(postgres_container, Signal(BELL, "undone"), commit=False)
    async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
        uow.signal(Signal(BELL, "done"))
        await asyncio.sleep(0.1)
        assert heard == []
        await uow.commit()
    await until(lambda: heard == ["done"])


async def test_what_was_signalled_in_an_undone_transaction_does_not_leave_with_the_next(
    postgres_container: AsyncContainer, signals: PostgresSignals
) -> None:
    heard = await listen(signals)
    async with postgres_container() as scope:
        uow = await scope.get(UnitOfWork)
        async with uow:
            uow.signal(Signal(BELL, "undone"))
        async with uow:
            uow.signal(Signal(BELL, "done"))
            await uow.commit()
    await until(lambda: heard == ["done"])


async def test_telling_events_and_kicking_tasks_send_signals(
    postgres_container: AsyncContainer, signals: PostgresSignals
) -> None:
    told, kicked = await listen(signals, OUTBOX), await listen(signals, TASKS)
    await ring(postgres_container, 1, 2)
    await until(lambda: told == [""])
    row = new_id()
    async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
        (await scope.get(TaskQueue)).kick("jobs.ingest", row)
        await uow.commit()
    await until(lambda: kicked == [task_signal("jobs.ingest", row).payload])


async def test_a_connection_that_the_server_ended_is_replaced_at_once_and_everybody_is_told_to_look(
    postgres_container: AsyncContainer, signals: PostgresSignals, database_url: str
) -> None:
    heard, other = await listen(signals), await listen(signals, "other")
    assert await end_connections(database_url, "careercopilot signals") == 1
    await until(lambda: heard == other == [""], within=2)
    await send(postgres_container, Signal(BELL, "ding"))
    await until(lambda: heard == ["", "ding"])


async def test_whoever_unsubscribed_hears_nothing_more(
    postgres_container: AsyncContainer, signals: PostgresSignals
) -> None:
    stays = await listen(signals)
    left: list[str] = []
    signals.subscribe(BELL, left.append)()
    await send(postgres_container, Signal(BELL, "ding"))
    await until(lambda: stays == ["ding"])
    assert left == []


async def test_a_listener_that_fails_does_not_silence_the_others(
    postgres_container: AsyncContainer, signals: PostgresSignals
) -> None:
    def fails(_payload: str) -> None:
        raise RuntimeError

    signals.subscribe(BELL, fails)
    heard = await listen(signals)
    await send(postgres_container, Signal(BELL, "ding"))
    await until(lambda: heard == ["ding"])


async def test_without_a_server_starting_does_not_wait_forever_and_stopping_is_clean(
    monkeypatch: pytest.MonkeyPatch, unused_port: int
) -> None:
    monkeypatch.setattr("careercopilot.adapters.postgres.core.signals._LONGEST_PAUSE", 0.3)
    signals = PostgresSignals(f"postgresql://nobody@127.0.0.1:{unused_port}/nothing")
    async with asyncio.timeout(3):
        await signals.start()
        await signals.stop()
