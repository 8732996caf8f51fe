"""The subscriber tells each fact once, whatever the relay does."""

import asyncio
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.ids import new_id
from careercopilot.kernel.signals import LIVE, Signals
from careercopilot.modules.messaging.api.models import FeedPlace
from careercopilot.modules.messaging.ports.notification_views import NotificationViews
from tests.support.notifications import a_submission, deliver, told


async def stored(container: AsyncContainer, user_id: UUID) -> list[str]:
    async with container() as scope:
        views = await scope.get(NotificationViews)
        return [item.title for item in (await views.after([FeedPlace(user_id, 0)], 100))[0].items]


async def test_an_event_delivered_twice_is_told_once(memory_container: AsyncContainer) -> None:
    user_id = new_id()
    envelope = told(a_submission(user_id))
    await deliver(memory_container, envelope)
    await deliver(memory_container, envelope)
    assert await stored(memory_container, user_id) == ["Application to Example Works recorded"]


async def test_a_batch_with_doubles_is_told_without_them(memory_container: AsyncContainer) -> None:
    user_id = new_id()
    one, two = told(a_submission(user_id, "One")), told(a_submission(user_id, "Two"))
    await deliver(memory_container, one, two, one)
    assert await stored(memory_container, user_id) == ["Application to One recorded", "Application to Two recorded"]


async def test_events_out_of_order_are_all_told(memory_container: AsyncContainer) -> None:
    user_id = new_id()
    older, newer = told(a_submission(user_id, "Older")), told(a_submission(user_id, "Newer"))
    await deliver(memory_container, newer)
    await deliver(memory_container, older)
    await deliver(memory_container, newer)
    assert len(await stored(memory_container, user_id)) == 2


async def test_only_those_who_got_something_new_are_woken(memory_container: AsyncContainer) -> None:
    heard: list[str] = []
    signals = await memory_container.get(Signals)
    signals.subscribe(LIVE, heard.append)
    one, two = new_id(), new_id()
    known = told(a_submission(one))
    await deliver(memory_container, known)
    await deliver(memory_container, known, told(a_submission(two)), told(a_submission(two)))
    await asyncio.sleep(0)
    assert heard == [str(one), str(two)]
