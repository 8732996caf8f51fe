"""The relay delivers everything at least once, and one poisoned event holds up nobody else."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

import pytest
from dishka import AsyncContainer

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.core.metrics import MemoryMetrics
from careercopilot.adapters.memory.core.outbox import OUTBOX_TABLE
from careercopilot.bootstrap.subscriptions import Subscription
from careercopilot.kernel.delivering import RetryPolicy
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.outbox import Outbox
from careercopilot.kernel.relay import Delivered
from tests.support.bells import COOK, PORTER, Cook, Journal, Knocked, Porter, Rang, household, relay_to, ring
from tests.support.clock import FixedClock
from tests.support.containers import in_memory

LONG = timedelta(hours=1)
IMPATIENT = RetryPolicy(patience=timedelta(seconds=0.2), least_patience=timedelta(seconds=0.05))


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
async def house(clock: FixedClock, journal: Journal) -> AsyncIterator[AsyncContainer]:
    container = in_memory(clock, household(journal))
    yield container
    await container.close()


@pytest.fixture
async def metrics(house: AsyncContainer) -> MemoryMetrics:
    return await house.get(MemoryMetrics)


async def test_events_reach_every_subscriber_in_the_order_told(house: AsyncContainer, journal: Journal) -> None:
    await ring(house, 1, 2)
    await ring(house, 3)
    relay = await relay_to(house, PORTER, COOK)
    assert await relay.run_once() == Delivered(done=3, failed=0, parked=0)
    assert journal.had == {"Porter": [1, 2, 3], "Cook": [1, 2, 3]}
    assert await relay.run_once() == Delivered(0, 0, 0)


async def test_a_batch_is_delivered_in_one_go_and_no_larger_than_asked(house: AsyncContainer, journal: Journal) -> None:
    await ring(house, *range(5))
    relay = await relay_to(house, PORTER)
    assert (await relay.run_once(limit=3)).claimed == 3
    assert (await relay.run_once(limit=3)).claimed == 2
    assert journal.batches == [("Porter", 3), ("Porter", 2)]


async def test_the_others_of_a_poisoned_events_batch_are_delivered_once(
    house: AsyncContainer, journal: Journal, clock: FixedClock
) -> None:
    journal.refuses["Porter"] = {13, 77}
    await ring(house, *range(100))
    relay = await relay_to(house, PORTER)
    assert await relay.run_once() == Delivered(done=98, failed=2, parked=0)
    assert journal.had["Porter"] == [n for n in range(100) if n not in {13, 77}]
    clock.advance(LONG)
    assert (await relay.run_once()).failed == 2
    assert len(journal.had["Porter"]) == 98


async def test_a_subscriber_that_had_an_event_does_not_get_it_again_because_another_failed(
    house: AsyncContainer, journal: Journal, clock: FixedClock
) -> None:
    journal.refuses["Cook"] = {2}
    await ring(house, 1, 2, 3)
    relay = await relay_to(house, PORTER, COOK)
    assert await relay.run_once() == Delivered(done=2, failed=1, parked=0)
    assert journal.had == {"Porter": [1, 2, 3], "Cook": [1, 3]}
    journal.refuses["Cook"].clear()
    clock.advance(LONG)
    assert await relay.run_once() == Delivered(done=1, failed=0, parked=0)
    assert journal.had == {"Porter": [1, 2, 3], "Cook": [1, 3, 2]}


async def test_the_errors_of_all_failing_subscribers_are_kept(house: AsyncContainer, journal: Journal) -> None:
    journal.refuses["Porter"], journal.refuses["Cook"] = {1}, {1}
    await ring(house, 1)
    await (await relay_to(house, PORTER, COOK, policy=RetryPolicy(attempts=1))).run_once()
    (parked,) = await (await house.get(Outbox)).parked()
    assert parked.error == "tests.porter: RuntimeError: cannot bear it; tests.cook: RuntimeError: cannot bear it"


async def test_a_failed_event_waits_twice_as_long_each_time_and_is_parked_at_last(
    house: AsyncContainer, journal: Journal, clock: FixedClock
) -> None:
    journal.refuses["Porter"] = {1}
    await ring(house, 1)
    policy = RetryPolicy(attempts=4, first_delay=timedelta(seconds=1), longest_delay=timedelta(seconds=3))
    relay = await relay_to(house, PORTER, policy=policy)
    for wait in (1, 2, 3):
        assert await relay.run_once() == Delivered(done=0, failed=1, parked=0)
        clock.advance(timedelta(seconds=wait - 0.5))
        assert await relay.run_once() == Delivered(0, 0, 0)
        clock.advance(timedelta(seconds=0.5))
    assert await relay.run_once() == Delivered(done=0, failed=1, parked=1)
    clock.advance(LONG)
    assert await relay.run_once() == Delivered(0, 0, 0)
    (parked,) = await (await house.get(Outbox)).parked()
    assert (parked.name, parked.attempts) == ("tests.rang.v1", 4)


async def test_a_parked_event_is_replayed_with_a_fresh_count(
    house: AsyncContainer, journal: Journal, clock: FixedClock
) -> None:
    journal.refuses["Porter"] = {1}
    await ring(house, 1)
    relay = await relay_to(house, PORTER, policy=RetryPolicy(attempts=2))
    await relay.run_once()
    clock.advance(LONG)
    assert (await relay.run_once()).parked == 1
    assert await (await house.get(Outbox)).replay() == 1
    assert await relay.run_once() == Delivered(done=0, failed=1, parked=0)
    journal.refuses["Porter"].clear()
    clock.advance(LONG)
    assert (await relay.run_once()).done == 1
    assert journal.had["Porter"] == [1]


async def test_an_event_that_nobody_knows_is_kept_and_parked_rather_than_lost(
    house: AsyncContainer, clock: FixedClock
) -> None:
    await ring(house, 1)
    relay = await relay_to(house, policy=RetryPolicy(attempts=2))
    assert await relay.run_once() == Delivered(done=0, failed=1, parked=0)
    clock.advance(LONG)
    assert (await relay.run_once()).parked == 1
    (parked,) = await (await house.get(Outbox)).parked()
    assert "tests.rang.v1" in parked.error


async def test_an_unknown_event_does_not_hold_up_the_known_ones(house: AsyncContainer, journal: Journal) -> None:
    await ring(house, 1, kind=Knocked)
    await ring(house, 2)
    assert await (await relay_to(house, PORTER)).run_once() == Delivered(done=1, failed=1, parked=0)
    assert journal.had["Porter"] == [2]


async def test_an_event_whose_payload_no_longer_fits_is_the_only_one_that_fails(
    house: AsyncContainer, journal: Journal
) -> None:
    await ring(house, 1)
    await ring(house, "two", 3)  # type: ignore[arg-type]
    assert await (await relay_to(house, PORTER)).run_once() == Delivered(done=2, failed=1, parked=0)
    assert journal.had["Porter"] == [1, 3]


async def test_one_subscriber_of_two_events_gets_both(house: AsyncContainer, journal: Journal) -> None:
    await ring(house, 1)
    await ring(house, 2, kind=Knocked)
    relay = await relay_to(house, PORTER, Subscription("tests.porter", Knocked, Porter))
    assert (await relay.run_once()).done == 2
    assert sorted(journal.had["Porter"]) == [1, 2]


async def test_a_service_that_is_away_is_not_asked_again_for_every_event(
    house: AsyncContainer, journal: Journal
) -> None:
    journal.refuses["Porter"], journal.fault = {1}, Unavailable("The post office is closed.")
    await ring(house, *range(100))
    assert await (await relay_to(house, PORTER)).run_once() == Delivered(done=0, failed=100, parked=0)
    assert journal.batches == [("Porter", 100)]


def test_the_wait_doubles_up_to_its_bound_and_ends() -> None:
    policy = RetryPolicy(attempts=5, first_delay=timedelta(seconds=10), longest_delay=timedelta(seconds=60))
    waits = [policy.delay(n) for n in range(1, 6)]
    assert waits == [timedelta(seconds=s) for s in (10, 20, 40, 60)] + [None]


async def test_what_is_delivered_fails_and_is_given_up_on_is_counted(
    house: AsyncContainer, journal: Journal, metrics: MemoryMetrics
) -> None:
    journal.refuses["Cook"] = {2}
    await ring(house, 1, 2, 3)
    await (await relay_to(house, PORTER, COOK, policy=RetryPolicy(attempts=1))).run_once()
    assert metrics.counts == {
        ("events_delivered_total", "tests.rang.v1"): 2,
        ("events_undelivered_total", "tests.rang.v1", "tests.cook"): 1,
        ("events_parked_total", "tests.rang.v1"): 1,
    }


async def test_the_name_of_an_unknown_event_never_becomes_a_label(
    house: AsyncContainer, metrics: MemoryMetrics
) -> None:
    await ring(house, 1)
    await ring(house, 2, kind=Knocked)
    delivered = await (await relay_to(house, policy=RetryPolicy(attempts=1))).run_once()
    assert metrics.counts == {
        ("events_undelivered_total", "unknown", "unknown"): 2,
        ("events_parked_total", "unknown"): 2,
    }
    assert [(u.event, u.subscriber, u.error, len(u.event_ids)) for u in delivered.undelivered] == [
        ("unknown", "unknown", "UnknownEvent", 2)
    ]


async def test_failures_are_told_together_and_without_what_the_events_hold(
    house: AsyncContainer, journal: Journal
) -> None:
    journal.refuses["Porter"], journal.fault = {1, 2}, ValueError("robin@example.org is refused")
    await ring(house, 1, 2, 3)
    (told,) = (await (await relay_to(house, PORTER)).run_once()).undelivered
    assert (told.event, told.subscriber, told.error) == ("tests.rang.v1", "tests.porter", "ValueError")
    assert len(told.event_ids) == 2
    assert "robin" not in repr(told)


async def test_a_delivery_that_never_ends_fails_and_holds_up_nobody_for_long(
    house: AsyncContainer, journal: Journal
) -> None:
    journal.hangs_at = {7}
    await ring(house, *range(10))
    short = timedelta(seconds=0.2)
    relay = await relay_to(house, PORTER, policy=RetryPolicy(patience=short, least_patience=short / 4))
    async with asyncio.timeout(5):
        delivered = await relay.run_once()
    assert delivered == Delivered(done=9, failed=1, parked=0)
    assert journal.had["Porter"] == [0, 1, 2, 3, 4, 5, 6, 8, 9]


async def test_a_subscriber_that_never_gets_done_ends_its_turn_in_time_and_keeps_nobody_else_waiting(
    house: AsyncContainer, journal: Journal, clock: FixedClock
) -> None:
    journal.hangs_at = set(range(100))
    await ring(house, *range(100))
    await ring(house, 700, kind=Knocked)
    relay = await relay_to(house, PORTER, Subscription("tests.cook", Knocked, Cook), policy=IMPATIENT)
    async with asyncio.timeout(3):
        assert await relay.run_once() == Delivered(done=1, failed=100, parked=0)
    assert journal.had == {"Cook": [700]}
    journal.hangs_at.clear()
    clock.advance(LONG)
    assert await relay.run_once() == Delivered(done=100, failed=0, parked=0)


async def test_what_is_not_reached_for_others_that_never_end_is_taken_next_and_has_not_failed(
    house: AsyncContainer, journal: Journal
) -> None:
    journal.hangs_at = {10, 40, 70, 100, 120}
    await ring(house, *range(128))
    relay = await relay_to(house, PORTER, policy=IMPATIENT)
    first = await relay.run_once()
    assert first.done > 0
    assert first.postponed > 0
    assert first.claimed == first.done + first.failed + first.postponed == 128
    while (await relay.run_once()).claimed:
        pass
    assert sorted(journal.had["Porter"]) == [n for n in range(128) if n not in journal.hangs_at]
    assert (await (await house.get(Outbox)).backlog()).failing == len(journal.hangs_at)


async def test_a_service_that_is_always_away_for_one_event_does_not_keep_the_others_for_ever(
    house: AsyncContainer, journal: Journal, clock: FixedClock
) -> None:
    journal.refuses["Porter"], journal.fault = {1}, Unavailable("It died of this event.")
    await ring(house, *range(4))
    relay = await relay_to(house, PORTER, policy=RetryPolicy(attempts=5, whole_batches=2))
    for failed in (4, 4, 1, 1, 1):
        assert (await relay.run_once()).failed == failed
        clock.advance(LONG)
    assert sorted(journal.had["Porter"]) == [0, 2, 3]
    assert len(await (await house.get(Outbox)).parked()) == 1


async def test_an_event_of_a_newer_version_is_read_without_what_it_has_more(
    house: AsyncContainer, journal: Journal
) -> None:
    await ring(house, 1, kind=RangLouder)
    rows = (await house.get(MemoryDatabase)).table(OUTBOX_TABLE)
    (row,) = rows.values()
    rows[row.stored.event_id] = replace(row, stored=replace(row.stored, name=Rang.NAME))
    assert (await (await relay_to(house, PORTER)).run_once()).done == 1
    assert journal.had["Porter"] == [1]


@dataclass(frozen=True, kw_only=True)
class RangLouder(Rang):
    NAME: ClassVar[str] = "tests.rang.v2"
    decibels: int = 90
