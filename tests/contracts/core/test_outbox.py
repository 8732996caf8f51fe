"""What the outbox promises, on every adapter."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.events import Event
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.outbox import Failure, Outbox
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.clock import FixedClock


@dataclass(frozen=True, kw_only=True)
class Rang(Event):
    NAME: ClassVar[str] = "tests.rang.v1"
    number: int = 0


async def tell(container: AsyncContainer, *numbers: int, commit: bool = True) -> None:
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        uow.publish(*(Rang(aggregate_id=new_id(), number=n) for n in numbers))
        if commit:
            await uow.commit()


async def claimed_numbers(outbox: Outbox, limit: int = 100) -> list[object]:
    async with outbox.claim(limit) as claim:
        return [event.payload["number"] for event in claim.events]


async def test_events_are_claimed_in_the_order_they_were_told(container: AsyncContainer) -> None:
    await tell(container, 1, 2)
    await tell(container, 3)
    assert await claimed_numbers(await container.get(Outbox)) == [1, 2, 3]


async def test_an_event_of_a_transaction_that_was_not_committed_is_never_told(container: AsyncContainer) -> None:
    await tell(container, 1, commit=False)
    assert await claimed_numbers(await container.get(Outbox)) == []


async def test_two_claims_at_once_never_overlap(container: AsyncContainer) -> None:
    await tell(container, *range(10))
    outbox = await container.get(Outbox)
    async with outbox.claim(6) as first, outbox.claim(6) as second:
        assert len(first.events) == 6
        assert len(second.events) == 4
        assert not {e.event_id for e in first.events} & {e.event_id for e in second.events}


async def test_what_was_just_told_is_due_also_where_the_clock_is_behind_the_tellers(
    container: AsyncContainer, clock: FixedClock
) -> None:
    await tell(container, 1)
    clock.advance(timedelta(minutes=-5))
    assert await claimed_numbers(await container.get(Outbox)) == [1]


async def test_an_unsettled_claim_gives_its_events_back(container: AsyncContainer) -> None:
    await tell(container, 1)
    outbox = await container.get(Outbox)
    assert await claimed_numbers(outbox) == [1]
    assert await claimed_numbers(outbox) == [1]


async def test_done_events_are_gone_and_failed_ones_wait_for_their_time(
    container: AsyncContainer, clock: FixedClock
) -> None:
    await tell(container, 1, 2)
    outbox = await container.get(Outbox)
    async with outbox.claim(10) as claim:
        done, failed = (event.event_id for event in claim.events)
        await claim.settle([done], {failed: Failure("boom", clock.now() + timedelta(seconds=5))})
    assert await claimed_numbers(outbox) == []
    clock.advance(timedelta(seconds=6))
    async with outbox.claim(10) as claim:
        assert [(e.payload["number"], e.attempts) for e in claim.events] == [(2, 1)]


async def test_a_parked_event_is_listed_and_comes_back_by_replay(container: AsyncContainer) -> None:
    await tell(container, 1, 2)
    outbox = await container.get(Outbox)
    async with outbox.claim(10) as claim:
        await claim.settle([], {event.event_id: Failure("boom", None) for event in claim.events})
    assert await claimed_numbers(outbox) == []
    parked = await outbox.parked()
    assert [(p.name, p.error, p.attempts) for p in parked] == [("tests.rang.v1", "boom", 1)] * 2
    assert await outbox.replay([parked[0].event_id]) == 1
    assert await claimed_numbers(outbox) == [1]
    assert await outbox.replay() == 1
    assert await claimed_numbers(outbox) == [1, 2]
    assert (await outbox.backlog()).parked == 0


async def test_the_backlog_counts_what_waits_and_how_long(container: AsyncContainer, clock: FixedClock) -> None:
    await tell(container, 1, 2)
    clock.advance(timedelta(seconds=30))
    backlog = await (await container.get(Outbox)).backlog()
    assert (backlog.pending, backlog.parked) == (2, 0)
    assert backlog.oldest_seconds == 30


async def test_ids_and_texts_survive_the_way_through_the_outbox(container: AsyncContainer) -> None:
    identifier = new_id()
    async with container() as scope, await scope.get(UnitOfWork) as uow:
        uow.publish(Rang(aggregate_id=identifier, aggregate_version=3))
        await uow.commit()
    async with (await container.get(Outbox)).claim(1) as claim:
        payload = claim.events[0].payload
    assert (UUID(str(payload["aggregate_id"])), payload["aggregate_version"]) == (identifier, 3)
