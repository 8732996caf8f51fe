"""What the core forgets of a person, on every adapter."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.events import Event
from careercopilot.kernel.idempotency import IdempotencyRecords, InProgress, KeptAnswer, RequestKey, Started
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Failure, Outbox
from careercopilot.kernel.unit_of_work import UnitOfWork

ANSWER = KeptAnswer(201, (("location", "/things/1"),), b'{"data":"what somebody wrote"}')


@dataclass(frozen=True, kw_only=True)
class Wrote(Event):
    NAME: ClassVar[str] = "tests.wrote.v1"
    user_id: UUID


@dataclass(frozen=True, kw_only=True)
class Left(Event):
    NAME: ClassVar[str] = "tests.left.v1"


async def told(container: AsyncContainer, *events: Event, parked: bool) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        uow.publish(*events)
        await uow.commit()
    if parked:
        async with (await container.get(Outbox)).claim(100) as claim:
            await claim.settle([], {event.event_id: Failure("poisoned", None) for event in claim.events})


async def test_every_key_of_a_caller_is_forgotten_and_nobody_elses(container: AsyncContainer) -> None:
    records = await container.get(IdempotencyRecords)
    first, second = RequestKey("ada", "POST /a", "k1"), RequestKey("ada", "POST /b", "k1")
    of_other = RequestKey("adam", "POST /a", "k1")
    for key in (first, second, of_other):
        assert await records.start(key, b"body") == Started()
    await records.keep(first, ANSWER)
    assert await records.forget("ada") == 2
    assert await records.forget("ada") == 0
    assert await records.start(first, b"another body") == Started()
    assert await records.start(of_other, b"body") == InProgress()


async def test_an_answer_that_comes_after_its_key_was_forgotten_is_not_kept(container: AsyncContainer) -> None:
    records, key = await container.get(IdempotencyRecords), RequestKey("ada", "POST /a", "k1")
    await records.start(key, b"body")
    await records.forget("ada")
    await records.keep(key, ANSWER)
    assert await records.start(key, b"body") == Started()


async def test_parked_events_that_mention_a_person_are_withdrawn(container: AsyncContainer) -> None:
    ada, kim, thing = new_id(), new_id(), new_id()
    events = (Wrote(aggregate_id=thing, user_id=ada), Wrote(aggregate_id=ada, user_id=kim), Left(aggregate_id=ada))
    await told(container, *events, Wrote(aggregate_id=thing, user_id=kim), parked=True)
    outbox = await container.get(Outbox)
    assert await outbox.withdraw_parked(ada, but={Left.NAME}) == 2
    assert {(event.name, event.aggregate_id) for event in await outbox.parked()} == {
        (Left.NAME, ada),
        (Wrote.NAME, thing),
    }


async def test_events_that_are_still_to_be_delivered_stay(container: AsyncContainer) -> None:
    ada = new_id()
    await told(container, Wrote(aggregate_id=new_id(), user_id=ada), parked=False)
    outbox = await container.get(Outbox)
    assert await outbox.withdraw_parked(ada, but=()) == 0
    assert (await outbox.backlog()).pending == 1
