"""What a live feed is told about its beginning."""

from datetime import timedelta

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.models import FeedPlace, FeedStart
from careercopilot.modules.messaging.api.use_cases.feed import BEGINNING, ReadNotificationsAfter, StartFeed
from careercopilot.modules.messaging.api.use_cases.notifications import DeleteNotification, MarkAllRead
from tests.support.clock import FixedClock
from tests.support.notifications import submit


async def test_a_client_that_goes_on_where_it_was_told_misses_nothing(memory_container: AsyncContainer) -> None:
    user_id = new_id()
    async with memory_container() as scope:
        start_feed, after = await scope.get(StartFeed), await scope.get(ReadNotificationsAfter)
        first = await start_feed(user_id, None)
        assert first == FeedStart(0, BEGINNING, 0)
        await submit(memory_container, user_id, "One", "Two")
        again = await start_feed(user_id, first.last_event_id)
        batch = (await after([FeedPlace(user_id, again.position)], 10))[0]
    assert again == FeedStart(0, BEGINNING, 2)
    assert [item.title for item in batch.items] == ["Application to One recorded", "Application to Two recorded"]


async def test_after_a_deleted_one_the_recent_unread_ones_come_again(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    user_id = new_id()
    async with memory_container() as scope:
        start_feed, after = await scope.get(StartFeed), await scope.get(ReadNotificationsAfter)
        await submit(memory_container, user_id, "Long ago")
        clock.advance(timedelta(hours=25))
        await submit(memory_container, user_id, "Read")
        await (await scope.get(MarkAllRead))(user_id)
        await submit(memory_container, user_id, "Unread", "Deleted")
        last = (await after([FeedPlace(user_id, 0)], 10))[0].items[-1]
        await (await scope.get(DeleteNotification))(user_id, last.id)
        start = await start_feed(user_id, last.id)
        batch = (await after([FeedPlace(user_id, start.position)], 10))[0]
    assert [item.title for item in batch.items] == ["Application to Unread recorded"]
    assert start.unread == 1


async def test_somebody_elses_notification_tells_nothing(memory_container: AsyncContainer) -> None:
    mine, other = new_id(), new_id()
    await submit(memory_container, other, "One", "Two", "Three")
    async with memory_container() as scope:
        theirs = (await (await scope.get(ReadNotificationsAfter))([FeedPlace(other, 0)], 10))[0].items[0]
        assert await (await scope.get(StartFeed))(mine, theirs.id) == FeedStart(0, BEGINNING, 0)
