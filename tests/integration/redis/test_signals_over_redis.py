"""Signals over pub/sub: who listens learns when some may have been missed, who sends never waits."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from careercopilot.adapters.in_process.signal_sender import InProcessSignalSender
from careercopilot.adapters.redis.server import RedisServer
from careercopilot.adapters.redis.signals import RedisSignalCarrier, RedisSignals
from careercopilot.kernel.signals import Signal
from tests.support.redis_server import RedisProcess
from tests.support.waiting import until

BELL = "bell"


@pytest.fixture
async def signals(server: RedisServer) -> AsyncIterator[RedisSignals]:
    signals = RedisSignals(server)
    await signals.start()
    yield signals
    await signals.stop()


@pytest.fixture
async def sender(server: RedisServer) -> AsyncIterator[InProcessSignalSender]:
    sender = InProcessSignalSender({}, RedisSignalCarrier(server))
    await sender.start()
    yield sender
    await sender.stop()


async def test_whoever_subscribes_is_told_to_look(signals: RedisSignals) -> None:
    heard: list[str] = []
    signals.subscribe(BELL, heard.append)
    await until(lambda: heard == [""])


async def test_while_nothing_can_be_heard_everybody_looks_now_and_then_and_once_more_when_it_is_over(
    redis: RedisProcess, signals: RedisSignals, sender: InProcessSignalSender
) -> None:
    heard: list[str] = []
    signals.subscribe(BELL, heard.append)
    redis.stop()
    await until(lambda: len(heard) >= 4)
    assert set(heard) == {""}
    sender.send([Signal(BELL, "told meanwhile")])
    looked = len(heard)
    redis.start()
    # It may leave before anybody listens again: then it is lost, and whoever listens looks.
    await until(lambda: len(heard) > looked)
    async with asyncio.timeout(10):
        while "ding" not in heard:
            sender.send([Signal(BELL, "ding")])
            await asyncio.sleep(0.05)


async def test_sending_takes_no_time_whatever_the_server_does(
    redis: RedisProcess, sender: InProcessSignalSender
) -> None:
    redis.pause()
    begun = time.perf_counter()
    for number in range(1_000):
        sender.send([Signal(BELL, str(number))])
        await asyncio.sleep(0)
    assert time.perf_counter() - begun < 0.5


async def test_a_listener_that_fails_does_not_silence_the_others(
    signals: RedisSignals, sender: InProcessSignalSender
) -> None:
    def fails(_payload: str) -> None:
        raise RuntimeError

    heard: list[str] = []
    signals.subscribe(BELL, fails)
    signals.subscribe(BELL, heard.append)
    sender.send([Signal(BELL, "ding")])
    await until(lambda: "ding" in heard)


async def test_databases_of_one_server_do_not_hear_each_other(
    redis: RedisProcess, signals: RedisSignals, sender: InProcessSignalSender
) -> None:
    neighbour = RedisServer(redis.url.removesuffix("/0") + "/1")
    here, there = list[str](), list[str]()
    others = RedisSignals(neighbour)
    await others.start()
    others.subscribe(BELL, there.append)
    signals.subscribe(BELL, here.append)
    sender.send([Signal(BELL, "ding")])
    await until(lambda: "ding" in here)
    assert set(there) <= {""}
    await others.stop()
    await neighbour.close()


async def test_without_a_server_starting_does_not_wait_long_and_stopping_is_clean(unused_tcp_port: int) -> None:
    server = RedisServer(f"redis://127.0.0.1:{unused_tcp_port}/0")
    signals = RedisSignals(server)
    async with asyncio.timeout(3):
        await signals.start()
        await signals.stop()
        await server.close()
