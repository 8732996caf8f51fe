"""What the inbox and the idempotency records promise, on every adapter."""

import asyncio
from datetime import timedelta

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.errors import IdempotencyKeyReused
from careercopilot.kernel.idempotency import (
    KEPT_FOR,
    IdempotencyRecords,
    InProgress,
    KeptAnswer,
    RequestKey,
    Started,
)
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Inbox
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.clock import FixedClock

KEY = RequestKey("somebody", "POST /things", "k1")
ANSWER = KeptAnswer(201, (("location", "/things/1"),), b'{"data":1}')


async def test_a_subscriber_accepts_an_event_once_and_another_one_too(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    async with container() as scope:
        uow, inbox = await scope.get(UnitOfWork), await scope.get(Inbox)
        async with uow:
            assert await inbox.accept("a", [one]) == {one}
            assert await inbox.accept("a", [one, two]) == {two}
            assert await inbox.accept("b", [one]) == {one}
            await uow.commit()
        async with uow:
            assert await inbox.accept("a", [one, two]) == set()


async def test_what_was_accepted_without_a_commit_is_accepted_again(container: AsyncContainer) -> None:
    one = new_id()
    async with container() as scope:
        uow, inbox = await scope.get(UnitOfWork), await scope.get(Inbox)
        async with uow:
            await inbox.accept("a", [one])
        async with uow:
            assert await inbox.accept("a", [one]) == {one}


async def test_old_records_are_forgotten(container: AsyncContainer, clock: FixedClock) -> None:
    async with container() as scope:
        uow, inbox = await scope.get(UnitOfWork), await scope.get(Inbox)
        async with uow:
            await inbox.accept("a", [new_id()])
            clock.advance(timedelta(days=8))
            assert await inbox.forget_before(clock.now() - timedelta(days=7)) == 1


async def test_the_first_request_starts_and_its_repetitions_get_its_answer(container: AsyncContainer) -> None:
    records = await container.get(IdempotencyRecords)
    assert await records.start(KEY, b"body") == Started()
    assert await records.start(KEY, b"body") == InProgress()
    await records.keep(KEY, ANSWER)
    assert await records.start(KEY, b"body") == ANSWER


async def test_another_body_with_the_same_key_is_refused(container: AsyncContainer) -> None:
    records = await container.get(IdempotencyRecords)
    await records.start(KEY, b"body")
    with pytest.raises(IdempotencyKeyReused):
        await records.start(KEY, b"another body")


async def test_a_released_key_can_be_used_again_but_a_kept_answer_stays(container: AsyncContainer) -> None:
    records = await container.get(IdempotencyRecords)
    await records.start(KEY, b"body")
    await records.release(KEY)
    assert await records.start(KEY, b"other") == Started()
    await records.keep(KEY, ANSWER)
    await records.release(KEY)
    assert await records.start(KEY, b"other") == ANSWER


async def test_a_key_is_free_again_after_its_process_died_and_after_a_day(
    container: AsyncContainer, clock: FixedClock
) -> None:
    records = await container.get(IdempotencyRecords)
    await records.start(KEY, b"body")
    clock.advance(timedelta(seconds=61))
    assert await records.start(KEY, b"body") == Started()
    await records.keep(KEY, ANSWER)
    clock.advance(KEPT_FOR + timedelta(seconds=1))
    assert await records.forget_expired() == 1
    assert await records.start(KEY, b"other") == Started()


async def test_of_twenty_requests_at_once_one_starts(container: AsyncContainer) -> None:
    records = await container.get(IdempotencyRecords)
    states = await asyncio.gather(*(records.start(KEY, b"body") for _ in range(20)))
    assert sum(isinstance(state, Started) for state in states) == 1


async def test_an_answer_to_a_key_that_was_forgotten_meanwhile_is_dropped(container: AsyncContainer) -> None:
    records = await container.get(IdempotencyRecords)
    await records.keep(KEY, ANSWER)
    await records.release(KEY)
    assert await records.start(KEY, b"body") == Started()
