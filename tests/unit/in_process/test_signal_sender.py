"""Signals are sent in the background, each on the way of its topic, and wait while the way is blocked."""

import asyncio
from collections.abc import Collection

import pytest

from careercopilot.adapters.in_process import signal_sender
from careercopilot.adapters.in_process.signal_sender import InProcessSignalSender
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.signals import Signal
from tests.support.waiting import until


class Carrier:
    def __init__(self) -> None:
        self.fault: Exception | None = None
        self.tried = 0
        self.carried: list[Signal] = []

    async def carry(self, signals: Collection[Signal]) -> None:
        self.tried += 1
        await asyncio.sleep(0)
        if self.fault is not None:
            raise self.fault
        self.carried += signals


BLOCKED = Unavailable("blocked")
A, B, TASK = Signal("live", "a"), Signal("live", "b"), Signal("tasks", "t:1")


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal_sender, "_SHORTEST_PAUSE", 0.01)
    monkeypatch.setattr(signal_sender, "_LONGEST_PAUSE", 0.02)
    monkeypatch.setattr(signal_sender, "_TIME_TO_FINISH", 0.2)


async def test_each_goes_its_topics_way_and_all_are_gone_when_it_has_stopped() -> None:
    kicks, rest = Carrier(), Carrier()
    sender = InProcessSignalSender({"tasks": kicks}, rest)
    await sender.start()
    sender.send([A, TASK, B])
    await sender.stop()
    assert (kicks.carried, rest.carried) == ([TASK], [A, B])


async def test_what_is_sent_twice_before_it_leaves_leaves_once() -> None:
    carrier = Carrier()
    sender = InProcessSignalSender({}, carrier)
    await sender.start()
    for _ in range(5):
        sender.send([A])
    await until(lambda: carrier.carried == [A])
    sender.send([A])
    await sender.stop()
    assert carrier.carried == [A, A]


async def test_signals_wait_while_the_way_is_blocked_and_go_in_order_when_it_is_free() -> None:
    carrier = Carrier()
    carrier.fault = BLOCKED
    sender = InProcessSignalSender({}, carrier)
    await sender.start()
    sender.send([A])
    await until(lambda: carrier.tried > 2)
    sender.send([B])
    carrier.fault = None
    await sender.stop()
    assert carrier.carried == [A, B]


async def test_one_blocked_way_does_not_block_the_other() -> None:
    kicks, rest = Carrier(), Carrier()
    kicks.fault = BLOCKED
    sender = InProcessSignalSender({"tasks": kicks}, rest)
    await sender.start()
    sender.send([TASK, A])
    await until(lambda: rest.carried == [A])
    kicks.fault = None
    await sender.stop()
    assert kicks.carried == [TASK]


async def test_a_carrier_that_breaks_ends_nothing() -> None:
    carrier = Carrier()
    carrier.fault = ZeroDivisionError()
    sender = InProcessSignalSender({}, carrier)
    await sender.start()
    sender.send([A])
    await until(lambda: carrier.tried == 1)
    carrier.fault = None
    sender.send([B])
    await sender.stop()
    assert carrier.carried == [B]


async def test_of_too_many_the_oldest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signal_sender, "_MOST_WAITING", 3)
    carrier = Carrier()
    carrier.fault = BLOCKED
    sender = InProcessSignalSender({}, carrier)
    await sender.start()
    for number in range(10):
        sender.send([Signal("live", str(number))])
        await asyncio.sleep(0.001)
    carrier.fault = None
    await sender.stop()
    assert [signal.payload for signal in carrier.carried] == ["7", "8", "9"]


async def test_stopping_while_the_way_is_blocked_does_not_take_long() -> None:
    carrier = Carrier()
    carrier.fault = BLOCKED
    sender = InProcessSignalSender({}, carrier)
    await sender.start()
    sender.send([A])
    async with asyncio.timeout(1):
        await sender.stop()


async def test_nothing_to_send_wakes_nobody() -> None:
    carrier = Carrier()
    sender = InProcessSignalSender({}, carrier)
    await sender.start()
    sender.send([])
    await asyncio.sleep(0.02)
    await sender.stop()
    assert carrier.tried == 0
