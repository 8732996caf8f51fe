"""Erased people and old messages, on every adapter."""

from datetime import timedelta
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.events import Envelope
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.messaging.api.announcements import NewAnnouncement
from careercopilot.modules.messaging.api.use_cases.announcements import Announce
from careercopilot.modules.messaging.api.use_cases.housekeeping import ForgetOldMessages, Forgotten
from careercopilot.modules.messaging.api.use_cases.personal_records import CollectPersonalRecords
from careercopilot.modules.messaging.api.use_cases.sockets import IssueSocketTicket
from careercopilot.modules.messaging.handlers.erase_person import ErasePerson
from careercopilot.modules.messaging.ports.erasure import Erasure
from careercopilot.modules.messaging.ports.notification_repository import NotificationRepository
from tests.support.clock import START, FixedClock
from tests.support.mail import a_delivery, a_notice, an_account, choose, claim, queue, tell
from tests.support.notifications import a_notification

DAY = timedelta(days=1)
NOTHING: dict[str, list[object]] = {
    "notifications": [],
    "notification-preferences": [],
    "email-deliveries": [],
    "socket-tickets": [],
    "announcements": [],
}


async def records(container: AsyncContainer, user_id: UUID) -> dict[str, list[object]]:
    async with container() as scope:
        collect: CollectPersonalRecords = await scope.get(CollectPersonalRecords)
        return {kind: list(views) for kind, views in (await collect(user_id)).items()}


async def have_everything(container: AsyncContainer, user_id: UUID) -> None:
    await choose(container, user_id)
    await tell(container, a_notice(user_id), a_notice(user_id))
    async with container() as scope:
        await (await scope.get(IssueSocketTicket))(user_id, new_id())
        await (await scope.get(Announce))(user_id, NewAnnouncement(title="Hello", body="It works."))


async def erase(container: AsyncContainer, *user_ids: UUID) -> None:
    async with container() as scope:
        subscriber = await scope.get(ErasePerson)
        async with await scope.get(UnitOfWork) as uow:
            await subscriber([Envelope(new_id(), START, UserErased(aggregate_id=i)) for i in user_ids])
            await uow.commit()


async def test_everything_that_is_held_is_collected_and_nobody_elses(container: AsyncContainer) -> None:
    one, two = await an_account(container), await an_account(container)
    await have_everything(container, one)
    assert {kind: len(views) for kind, views in (await records(container, one)).items()} == {
        "notifications": 3,
        "notification-preferences": 1,
        "email-deliveries": 3,
        "socket-tickets": 1,
        "announcements": 1,
    }
    assert len((await records(container, two))["notifications"]) == 1
    assert await records(container, new_id()) == NOTHING


async def test_an_erased_person_is_gone_and_stays_gone(container: AsyncContainer) -> None:
    one, two = await an_account(container), await an_account(container)
    await have_everything(container, one)
    await have_everything(container, two)
    before = await records(container, two)
    late = a_notice(one)
    await erase(container, one, one)
    await tell(container, late)
    assert await records(container, one) == NOTHING
    assert await records(container, two) == before
    async with container() as scope:
        erasure = await scope.get(Erasure)
        async with await scope.get(UnitOfWork):
            assert await erasure.erased_among([one, two]) == {one}
            assert await erasure.erased_among([]) == frozenset()


async def test_old_messages_go_and_younger_or_unread_ones_stay(container: AsyncContainer, clock: FixedClock) -> None:
    user_id = new_id()
    old, young = START - 91 * DAY, START - 89 * DAY
    notifications = [
        a_notification(user_id, created_at=old, read_at=old),
        a_notification(user_id, created_at=old),
        a_notification(user_id, created_at=young, read_at=young),
    ]
    async with container() as scope:
        repository = await scope.get(NotificationRepository)
        async with await scope.get(UnitOfWork) as uow:
            await repository.add_new(notifications)
            await uow.commit()
    sent_long_ago = a_delivery(user_id, settled_at=START - 31 * DAY, state="sent")
    sent_lately = a_delivery(user_id, settled_at=START - 29 * DAY, state="sent")
    waiting = a_delivery(user_id, created_at=START - 60 * DAY)
    await queue(container, sent_long_ago, sent_lately, waiting)
    async with container() as scope:
        forget = await scope.get(ForgetOldMessages)
        assert await forget() == Forgotten(notifications=1, deliveries=1)
        assert await forget() == Forgotten(notifications=0, deliveries=0)
    kept = await records(container, user_id)
    assert (len(kept["notifications"]), len(kept["email-deliveries"])) == (2, 2)
    assert [d.id for d in await claim(container, clock.now(), clock.now() + DAY)] == [waiting.id]
