"""What only a real database shows of the relay: row locks, transactions that end badly, and several relays at once."""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import cast
from uuid import UUID

import asyncpg
import pytest
from dishka import AsyncContainer

from careercopilot.bootstrap.relaying import routes
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.delivering import Route
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.outbox import Backlog, Claim, Failure, Inbox, Outbox, ParkedEvent, StoredEvent
from careercopilot.kernel.relay import Delivered, Relay
from careercopilot.kernel.unit_of_work import UnitOfWork
from tests.support.administration import value
from tests.support.bells import COOK, PORTER, Journal, household, relay_to, ring
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
async def house(database_url: str, clock: FixedClock, journal: Journal) -> AsyncIterator[AsyncContainer]:
    container = on_postgres(database_url, clock, household(journal))
    yield container
    await container.close()


async def test_two_relays_at_once_deliver_everything_once(house: AsyncContainer, journal: Journal) -> None:
    for start in range(0, 400, 50):
        await ring(house, *range(start, start + 50))
    relays = [await relay_to(house, PORTER, COOK) for _ in range(2)]

    async def drain(relay: Relay) -> int:
        done = 0
        while delivered := (await relay.run_once(limit=20)).done:
            done += delivered
        return done

    done = await asyncio.gather(*(drain(relay) for relay in relays))
    assert sum(done) == 400
    assert all(done), "both had something to do"
    assert sorted(journal.had["Porter"]) == sorted(journal.had["Cook"]) == list(range(400))


async def test_a_relay_skips_what_another_holds(house: AsyncContainer, journal: Journal) -> None:
    await ring(house, 1, 2, 3)
    outbox = await house.get(Outbox)
    async with outbox.claim(2) as held:
        assert await (await relay_to(house, PORTER)).run_once() == Delivered(done=1, failed=0, parked=0)
        assert journal.had["Porter"] == [3]
        await held.settle([], {})
    assert (await (await relay_to(house, PORTER)).run_once()).done == 2


async def test_a_relay_cancelled_before_it_settles_redelivers_and_the_inbox_swallows_it(
    house: AsyncContainer, journal: Journal
) -> None:
    await ring(house, 1, 2)
    stuck = _StuckBeforeSettling(await house.get(Outbox))
    relay = Relay(stuck, routes(house, [PORTER]), await house.get(Clock), await house.get(Metrics))
    running = asyncio.create_task(relay.run_once())
    await asyncio.wait_for(stuck.reached.wait(), 5)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert journal.had["Porter"] == [1, 2]
    assert await (await relay_to(house, PORTER)).run_once() == Delivered(done=2, failed=0, parked=0)
    assert journal.had["Porter"] == [1, 2]


async def test_a_relay_cancelled_within_a_delivery_undoes_it(
    house: AsyncContainer, journal: Journal, database_url: str
) -> None:
    await ring(house, 1)
    reached = asyncio.Event()
    (route,) = routes(house, [PORTER])["tests.rang.v1"]

    async def hangs(events: Sequence[StoredEvent]) -> None:
        async with house() as scope, await scope.get(UnitOfWork) as uow:
            uow.publish()
            reached.set()
            await asyncio.Event().wait()
            await route.deliver(events)

    relay = Relay(
        await house.get(Outbox),
        {"tests.rang.v1": [Route("tests.hangs", hangs)]},
        await house.get(Clock),
        await house.get(Metrics),
    )
    running = asyncio.create_task(relay.run_once())
    await asyncio.wait_for(reached.wait(), 5)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    open_transactions = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in trans%'"
    )
    assert await value(database_url, open_transactions) == 0
    assert (await (await relay_to(house, PORTER)).run_once()).done == 1
    assert journal.had["Porter"] == [1]


async def test_two_deliveries_of_overlapping_batches_at_once_are_one(house: AsyncContainer, journal: Journal) -> None:
    await ring(house, *range(50))
    async with (await house.get(Outbox)).claim(50) as claim:
        events = list(claim.events)
    (route,) = routes(house, [PORTER])["tests.rang.v1"]
    await asyncio.gather(*(route.deliver(batch) for batch in (events, events[::-1], events[10:], events[:40])))
    assert sorted(journal.had["Porter"]) == list(range(50))


async def test_batches_accepted_in_opposite_order_wait_for_each_other_without_a_deadlock(
    house: AsyncContainer, database_url: str
) -> None:
    events = [new_id() for _ in range(11)]

    async def accept(order: Sequence[UUID]) -> set[UUID]:
        async with house() as scope, await scope.get(UnitOfWork) as uow:
            accepted: set[UUID] = await (await scope.get(Inbox)).accept("tests.porter", order)
            await uow.commit()
            return accepted

    # Somebody else holds the one in the middle, so that both have begun before either can go on.
    connection = await asyncpg.connect(database_url)
    held = connection.transaction()
    await held.start()
    await connection.execute("INSERT INTO core.inbox VALUES ('tests.porter', $1, now())", events[5])
    both = [asyncio.create_task(accept(order)) for order in (events, events[::-1])]
    await asyncio.sleep(0.3)
    await held.rollback()
    await connection.close()
    one, two = await asyncio.gather(*both)
    assert one | two == set(events)
    assert not one & two


class _StuckBeforeSettling:
    """An outbox whose claims never come to their settlement."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self.reached = asyncio.Event()

    def claim(self, limit: int) -> AbstractAsyncContextManager[Claim]:
        return self._claim(limit)

    @asynccontextmanager
    async def _claim(self, limit: int) -> AsyncIterator[Claim]:
        async with self._outbox.claim(limit) as claim:
            yield cast("Claim", _StuckClaim(claim.events, self.reached))

    async def parked(self, limit: int = 100) -> Sequence[ParkedEvent]:
        return await self._outbox.parked(limit)

    async def replay(self, event_ids: Collection[UUID] | None = None) -> int:
        return await self._outbox.replay(event_ids)

    async def withdraw_parked(self, mentioning: UUID, but: Collection[str]) -> int:
        return await self._outbox.withdraw_parked(mentioning, but)

    async def backlog(self) -> Backlog:
        return await self._outbox.backlog()


class _StuckClaim:
    def __init__(self, events: Sequence[StoredEvent], reached: asyncio.Event) -> None:
        self.events = events
        self._reached = reached

    async def settle(self, _done: Collection[UUID], _failed: Mapping[UUID, Failure]) -> None:
        self._reached.set()
        await asyncio.Event().wait()
