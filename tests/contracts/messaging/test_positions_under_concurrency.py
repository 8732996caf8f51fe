"""Positions of one person become visible in order, however transactions overlap."""

import asyncio
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import FeedPlace
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.messaging.ports.notification_views import NotificationViews
from tests.support.notifications import a_notification


async def add(container: AsyncContainer, *user_ids: UUID, hold: asyncio.Event | None = None) -> None:
    """Add one for each, and commit when told."""
    async with container() as scope:
        repository = await scope.get(NotificationRepository)
        async with await scope.get(UnitOfWork) as uow:
            await repository.add_new([a_notification(user_id) for user_id in user_ids])
            if hold is not None:
                await hold.wait()
            await uow.commit()


async def positions_seen(container: AsyncContainer, user_id: UUID) -> int:
    async with container() as scope:
        batch = (await (await scope.get(NotificationViews)).after([FeedPlace(user_id, 0)], 1000))[0]
    return len(batch.items)


async def test_a_later_position_waits_for_the_commit_of_an_earlier_one(container: AsyncContainer) -> None:
    user_id, may_commit = new_id(), asyncio.Event()
    first = asyncio.create_task(add(container, user_id, hold=may_commit))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(add(container, user_id))
    await asyncio.sleep(0.1)
    assert not second.done()
    assert await positions_seen(container, user_id) == 0
    may_commit.set()
    await asyncio.gather(first, second)
    assert await positions_seen(container, user_id) == 2


async def test_a_reader_who_follows_positions_misses_nothing_while_many_write(container: AsyncContainer) -> None:
    user_id, other, writers, each = new_id(), new_id(), 8, 10

    async def write() -> None:
        for turn in range(each):
            await add(container, *((user_id, other) if turn % 2 else (other, user_id)))

    writing = [asyncio.create_task(write()) for _ in range(writers)]
    position, seen = 0, 0
    while seen < writers * each:
        finished = all(task.done() for task in writing)
        async with container() as scope:
            batch = (await (await scope.get(NotificationViews)).after([FeedPlace(user_id, position)], 7))[0]
        position, seen = batch.position, seen + len(batch.items)
        assert batch.items or not finished
        await asyncio.sleep(0)
    await asyncio.gather(*writing)
    assert (position, seen) == (80, 80)


async def test_another_person_is_not_kept_waiting(postgres_container: AsyncContainer) -> None:
    """In memory there is one transaction at a time, which keeps the order in the simplest way."""
    may_commit = asyncio.Event()
    held = asyncio.create_task(add(postgres_container, new_id(), hold=may_commit))
    await asyncio.sleep(0.05)
    await asyncio.wait_for(add(postgres_container, new_id()), 5)
    may_commit.set()
    await held
