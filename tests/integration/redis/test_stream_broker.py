"""The broker on a Redis stream: kicks before anybody listens, dead workers, servers that come back empty."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from redis.asyncio import Redis
from taskiq.exceptions import SendTaskError

from careercopilot.adapters.taskiq import stream_broker
from careercopilot.adapters.taskiq.stream_broker import PatientStreamBroker
from careercopilot.entrypoints.worker.receiving import receive_messages
from tests.support.redis_server import RedisProcess
from tests.support.waiting import until

NAME = "tests.work"


class Worker:
    """One that writes down what it was woken for."""

    def __init__(self, url: str, *, dies: bool) -> None:
        self.broker = PatientStreamBroker(url)
        self.done: list[str] = []
        if dies:
            self.broker._ack_generator = lambda *_: _nothing  # type: ignore[method-assign]
        self._listening: asyncio.Task[None] | None = None
        self._working: list[asyncio.Task[Any] | None] = []

        async def work(row: str) -> None:
            self.done.append(row)
            if dies:
                self._working.append(asyncio.current_task())
                await asyncio.Event().wait()

        self.broker.register_task(work, task_name=NAME)

    def start(self) -> None:
        self._listening = asyncio.create_task(receive_messages(self.broker))

    async def stop(self) -> None:
        tasks = [task for task in (self._listening, *self._working) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.broker.shutdown()

    async def kick(self, row: str) -> None:
        task = self.broker.find_task(NAME)
        assert task is not None
        await task.kicker().kiq(row)


async def _nothing() -> None:
    """Acknowledge in no way."""


@asynccontextmanager
async def worker(redis: RedisProcess, *, started: bool = True, dies: bool = False) -> AsyncIterator[Worker]:
    """Run a worker; one that dies is in the middle of its work then, and acknowledges nothing."""
    made = Worker(redis.url, dies=dies)
    if started:
        made.start()
    try:
        yield made
    finally:
        await made.stop()


async def test_what_was_kicked_before_the_first_worker_came_is_done(redis: RedisProcess) -> None:
    async with worker(redis, started=False) as early:
        await early.kick("a")
        early.start()
        await until(lambda: early.done == ["a"])


async def test_a_message_goes_to_one_of_the_workers(redis: RedisProcess) -> None:
    async with worker(redis) as one, worker(redis) as two:
        for number in range(40):
            await one.kick(str(number))
        await until(lambda: len(one.done) + len(two.done) >= 40)
        await asyncio.sleep(0.2)
        assert sorted(one.done + two.done, key=int) == [str(number) for number in range(40)]
        assert one.done
        assert two.done


async def test_a_server_that_comes_back_empty_is_listened_to_again(redis: RedisProcess) -> None:
    async with worker(redis) as listening:
        await listening.kick("before")
        await until(lambda: listening.done == ["before"])
        redis.stop()
        with pytest.raises(SendTaskError):
            await listening.kick("meanwhile")
        await asyncio.sleep(0.5)
        redis.start()
        await listening.kick("after")
        await until(lambda: listening.done == ["before", "after"])


async def test_a_server_that_was_never_there_is_waited_for(redis: RedisProcess) -> None:
    redis.stop()
    async with worker(redis) as patient:
        await asyncio.sleep(0.3)
        redis.start()
        await patient.kick("a")
        await until(lambda: patient.done == ["a"])


async def test_what_a_dead_worker_left_is_done_by_another_without_anything_new_coming_in(
    redis: RedisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream_broker, "_IDLE", 300)
    monkeypatch.setattr(stream_broker, "_CLAIM_EVERY", 0.1)
    async with worker(redis, dies=True) as dies:
        await dies.kick("a")
        await until(lambda: dies.done == ["a"])
    async with worker(redis) as lives:
        await until(lambda: lives.done == ["a"])
        await asyncio.sleep(1)
        assert lives.done == ["a"]


async def test_a_message_that_was_trimmed_before_it_was_done_harms_nobody(
    redis: RedisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream_broker, "_IDLE", 1)
    monkeypatch.setattr(stream_broker, "_CLAIM_EVERY", 0.1)
    async with worker(redis, dies=True) as dies:
        await dies.kick("a")
        await until(lambda: dies.done == ["a"])
    async with Redis.from_url(redis.url) as client:
        await client.xtrim("careercopilot:tasks", maxlen=0, approximate=False)
    async with worker(redis) as lives:
        await asyncio.sleep(0.5)
        await lives.kick("b")
        await until(lambda: "b" in lives.done)


async def test_the_stream_does_not_grow_for_ever(redis: RedisProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream_broker, "_LONGEST_STREAM", 100)
    async with worker(redis, started=False) as nobody:
        for number in range(400):
            await nobody.kick(str(number))
    async with Redis.from_url(redis.url) as client:
        assert await client.xlen("careercopilot:tasks") <= 300
