"""What the stores of notifications promise, on every adapter."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import (
    FeedPlace,
    NotificationFilter,
    NotificationOrder,
    NotificationView,
    Priority,
)
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.domain.replay import Landmarks
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from careercopilot.modules.messaging.ports.notification_views import NotificationViews
from tests.support.clock import START
from tests.support.notifications import a_notification

NEWEST, OLDEST = NotificationOrder
HOUR = timedelta(hours=1)


async def add(container: AsyncContainer, *notifications: Notification) -> Sequence[Notification]:
    async with container() as scope:
        repository: NotificationRepository = await scope.get(NotificationRepository)
        async with await scope.get(UnitOfWork) as uow:
            stored = await repository.add_new(notifications)
            await uow.commit()
    return stored


async def views(container: AsyncContainer) -> NotificationViews:
    async with container() as scope:
        found: NotificationViews = await scope.get(NotificationViews)
    return found


async def page(container: AsyncContainer, user_id: UUID, **wanted: object) -> list[NotificationView]:
    found = await (await views(container)).page(user_id, NotificationFilter(**wanted), NEWEST, PageRequest())  # type: ignore[arg-type]
    assert found.total == len(found.items)
    return list(found.items)


async def test_what_is_added_is_read_back_whole(container: AsyncContainer) -> None:
    user_id = new_id()
    notification = a_notification(user_id, title="Ω", priority=Priority.URGENT, read_at=START + HOUR)
    await add(container, notification)
    assert await (await views(container)).find(user_id, notification.id) == notification.view()


async def test_nothing_is_lasting_without_a_commit(container: AsyncContainer) -> None:
    user_id = new_id()
    async with container() as scope:
        repository = await scope.get(NotificationRepository)
        async with await scope.get(UnitOfWork):
            await repository.add_new([a_notification(user_id)])
    assert await page(container, user_id) == []


async def test_a_source_event_is_stored_once_per_person(container: AsyncContainer) -> None:
    one, two, event = new_id(), new_id(), new_id()
    first = a_notification(one, source_event_id=event)
    again, other = a_notification(one, source_event_id=event), a_notification(two, source_event_id=event)
    assert await add(container, first) == [first]
    assert await add(container, again, other, a_notification(two, source_event_id=event)) == [other]
    assert await add(container) == []
    assert [item.id for item in await page(container, one)] == [first.id]


async def test_notifications_without_a_source_event_are_all_stored(container: AsyncContainer) -> None:
    user_id = new_id()
    await add(container, a_notification(user_id), a_notification(user_id))
    assert len(await page(container, user_id)) == 2


async def test_the_feed_gives_each_person_the_own_ones_in_the_order_added(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    late_id_first = sorted((a_notification(one) for _ in range(3)), key=lambda n: n.id, reverse=True)
    await add(container, late_id_first[0], a_notification(two), late_id_first[1])
    await add(container, a_notification(two), late_id_first[2])
    feed = await views(container)
    first = (await feed.after([FeedPlace(one, 0)], 2))[0]
    assert [item.id for item in first.items] == [n.id for n in late_id_first[:2]]
    second = (await feed.after([FeedPlace(one, first.position)], 2))[0]
    assert [item.id for item in second.items] == [late_id_first[2].id]
    end = (await feed.after([FeedPlace(one, second.position)], 2))[0]
    assert end.items == ()
    assert end.position == second.position


async def test_a_position_is_never_given_twice(container: AsyncContainer) -> None:
    user_id = new_id()
    await add(container, a_notification(user_id))
    read_to = (await (await views(container)).after([FeedPlace(user_id, 0)], 10))[0].position
    async with container() as scope:
        repository = await scope.get(NotificationRepository)
        async with await scope.get(UnitOfWork) as uow:
            only = (await (await views(container)).after([FeedPlace(user_id, 0)], 10))[0].items[0]
            found = await repository.find(user_id, only.id)
            assert found is not None
            await repository.remove(found)
            await uow.commit()
    fresh = a_notification(user_id)
    await add(container, fresh)
    assert [item.id for item in (await (await views(container)).after([FeedPlace(user_id, read_to)], 10))[0].items] == [
        fresh.id
    ]


async def test_marking_is_kept_and_others_are_untouched(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    mine, second, foreign = a_notification(one), a_notification(one), a_notification(two)
    await add(container, mine, second, foreign)
    async with container() as scope:
        repository = await scope.get(NotificationRepository)
        async with await scope.get(UnitOfWork) as uow:
            assert await repository.find(one, foreign.id) is None
            assert await repository.find(one, new_id()) is None
            found = await repository.find(one, mine.id)
            assert found == mine
            found.mark(read=True, at=START)
            await repository.save(found)
            await uow.commit()
    reader = await views(container)
    assert [v.id for v in await page(container, one, read=True)] == [mine.id]
    assert [v.id for v in await page(container, one, read=False)] == [second.id]
    assert [await reader.count_unread(user, 100) for user in (one, two)] == [1, 1]


async def test_marking_all_read_counts_and_keeps_earlier_moments(container: AsyncContainer) -> None:
    one, two = new_id(), new_id()
    await add(container, a_notification(one, read_at=START), a_notification(one), a_notification(one))
    await add(container, a_notification(two))
    for expected in (2, 0):
        async with container() as scope:
            repository = await scope.get(NotificationRepository)
            async with await scope.get(UnitOfWork) as uow:
                assert await repository.mark_all_read(one, START + HOUR) == expected
                await uow.commit()
    assert sorted(v.read_at for v in await page(container, one) if v.read_at) == [START, START + HOUR, START + HOUR]
    assert await (await views(container)).count_unread(two, 100) == 1


async def test_counting_stops_at_the_cap(container: AsyncContainer) -> None:
    user_id = new_id()
    await add(container, *(a_notification(user_id) for _ in range(5)))
    reader = await views(container)
    assert [await reader.count_unread(user_id, cap) for cap in (3, 10)] == [3, 5]


async def test_pages_are_sorted_and_filtered(container: AsyncContainer) -> None:
    user_id = new_id()
    urgent = a_notification(user_id, created_at=START, priority=Priority.URGENT)
    twins = [a_notification(user_id, created_at=START + HOUR) for _ in range(2)]
    await add(container, *twins, urgent, a_notification(new_id()))
    reader = await views(container)
    found = await reader.page(user_id, NotificationFilter(), NEWEST, PageRequest(1, 2))
    assert [v.id for v in found.items] == [twins[1].id, twins[0].id]
    assert (found.total, found.total_pages, found.total_relation) == (3, 2, "eq")
    rest = await reader.page(user_id, NotificationFilter(), NEWEST, PageRequest(2, 2))
    assert [v.id for v in rest.items] == [urgent.id]
    upwards = await reader.page(user_id, NotificationFilter(), OLDEST, PageRequest())
    assert [v.id for v in upwards.items] == [urgent.id, twins[0].id, twins[1].id]
    assert [v.id for v in await page(container, user_id, priority=Priority.URGENT)] == [urgent.id]
    assert len(await page(container, user_id, type=urgent.type, read=False)) == 3


@pytest.mark.parametrize("known", [True, False])
async def test_landmarks_tell_where_a_feed_may_begin(container: AsyncContainer, known: bool) -> None:  # noqa: FBT001
    user_id = new_id()
    old, read, unread = (
        a_notification(user_id, created_at=START - 25 * HOUR),
        a_notification(user_id, read_at=START),
        a_notification(user_id),
    )
    await add(container, old, read, unread)
    reader = await views(container)
    seen = read.id if known else new_id()
    landmarks = await reader.landmarks(user_id, seen, START - 24 * HOUR)
    assert landmarks == Landmarks(newest=3, seen=2 if known else None, oldest_unread=3)
    assert await reader.landmarks(new_id(), seen, START) == Landmarks(0, None, None)
    assert await reader.landmarks(user_id, None, START + HOUR) == Landmarks(3, None, None)
    assert await reader.newest_id_up_to(user_id, 2) == read.id
    assert await reader.newest_id_up_to(user_id, 0) is None
