"""Transactions that want the same rows wait for each other in one order, and where that fails, one says so."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

from dishka import AsyncContainer
from sqlalchemy import text

from careercopilot.adapters.postgres.core.engines import WriteEngine
from careercopilot.kernel.errors import Unavailable
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog, Waiting
from careercopilot.modules.messaging.api.models import NotificationType
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries
from tests.support.clock import START
from tests.support.mail import a_delivery, claim, queue

LEASE = START + timedelta(minutes=1)


async def test_what_waits_for_the_vector_store_is_wanted_settled_and_given_back_at_once(
    postgres_container: AsyncContainer,
) -> None:
    jobs = [new_id() for _ in range(1500)]

    async def on_backlog(act: Callable[[VectorBacklog], Awaitable[None]]) -> None:
        async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
            await act(await scope.get(VectorBacklog))
            await uow.commit()

    def in_some_order() -> list[Waiting]:
        return [Waiting(job_id, 1) for job_id in random.sample(jobs, 1000)]

    random.shuffle(jobs)
    for start in range(0, len(jobs), 50):  # so that the rows lie in another order than their ids
        await on_backlog(lambda backlog, some=jobs[start : start + 50]: backlog.want(some, START))  # type: ignore[misc]
    for _ in range(8):
        await asyncio.gather(
            on_backlog(lambda backlog: backlog.want(jobs, START)),
            on_backlog(lambda backlog: backlog.settle(in_some_order())),
            on_backlog(lambda backlog: backlog.give_back(in_some_order())),
            on_backlog(lambda backlog: backlog.settle(in_some_order())),
        )


async def test_mails_that_are_just_being_withdrawn_are_passed_over_by_who_sends(
    postgres_container: AsyncContainer,
) -> None:
    withdrawn, sent = new_id(), new_id()
    await queue(postgres_container, *(a_delivery(user_id, digest=True) for user_id in (withdrawn, sent)))
    async with postgres_container() as scope, await scope.get(UnitOfWork) as uow:
        deliveries = await scope.get(EmailDeliveries)
        assert await deliveries.withdraw(withdrawn, [NotificationType.SAVED_SEARCH_MATCHED], START) == 1
        async with asyncio.timeout(5):
            claimed = await claim(postgres_container, START, LEASE)
        await uow.commit()
    assert [delivery.user_id for delivery in claimed] == [sent]


async def test_one_of_those_who_wait_in_a_ring_is_told_to_try_again(postgres_container: AsyncContainer) -> None:
    engine = (await postgres_container.get(WriteEngine)).engine
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE ring (place int PRIMARY KEY)"))
        await connection.execute(text("INSERT INTO ring VALUES (1), (2)"))
    held = asyncio.Barrier(2)

    async def hold(first: int, second: int) -> None:
        hold_one = text("SELECT 1 FROM ring WHERE place = :place FOR UPDATE")
        async with engine.begin() as connection:
            await connection.execute(hold_one, {"place": first})
            await held.wait()
            await connection.execute(hold_one, {"place": second})

    try:
        outcomes = await asyncio.gather(hold(1, 2), hold(2, 1), return_exceptions=True)
    finally:
        async with engine.begin() as connection:
            await connection.execute(text("DROP TABLE ring"))
    assert [type(outcome) for outcome in outcomes if outcome is not None] == [Unavailable]
