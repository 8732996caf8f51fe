"""A worker keeps the schedule itself while nobody wakes it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from taskiq import AsyncBroker, InMemoryBroker

from careercopilot.entrypoints.worker import standing_in
from careercopilot.entrypoints.worker.standing_in import stand_in_for_scheduler
from careercopilot.entrypoints.worker.tasks import RunningTasks
from tests.support.waiting import until


class House:
    """Two scheduled tasks, one of them seldom, and one that only a kick begins."""

    def __init__(self) -> None:
        self.running = RunningTasks()
        self.broker: AsyncBroker = InMemoryBroker()
        self.done: list[str] = []
        self._register("often", [{"interval": 1}])
        self._register("seldom", [{"interval": 3600}])
        self._register("when-kicked", [])

    def _register(self, name: str, schedule: list[dict[str, int]]) -> None:
        async def work() -> None:
            self.done.append(name)

        async def task() -> None:
            await self.running.run(name, work)

        self.broker.register_task(task, task_name=name, schedule=schedule)

    async def begin(self, name: str) -> None:
        task = self.broker.find_task(name)
        assert task is not None
        await task()


@pytest.fixture
async def house(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    monkeypatch.setattr(standing_in, "_LOOK_EVERY", 0.01)
    monkeypatch.setattr(standing_in, "_SILENCE", 0.2)
    house = House()
    standing = asyncio.create_task(stand_in_for_scheduler(house.broker, house.running))
    yield house
    standing.cancel()
    await asyncio.gather(standing, return_exceptions=True)
    await house.running.stop()


async def test_after_a_silence_everything_scheduled_is_begun_and_each_again_in_its_own_time(house: House) -> None:
    await until(lambda: house.done.count("often") >= 2)
    assert house.done.count("seldom") == 1
    assert "when-kicked" not in house.done


async def test_while_tasks_are_begun_by_messages_nothing_is_added(house: House) -> None:
    for _ in range(8):
        await house.begin("when-kicked")
        await asyncio.sleep(0.05)
    assert set(house.done) == {"when-kicked"}


async def test_a_task_that_goes_wrong_is_begun_again(house: House) -> None:
    async def fails() -> None:
        house.done.append("fails")
        raise ZeroDivisionError

    house.broker.register_task(fails, task_name="fails", schedule=[{"interval": 1}])
    await until(lambda: house.done.count("fails") >= 1)
