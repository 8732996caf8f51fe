"""People are told by the channels they want, at the times they want."""

import asyncio
from datetime import timedelta
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.adapters.memory.messaging.mailer import MemoryMailer
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.kernel.signals import LIVE, TASKS, Signals
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.models import ProfileChanges
from careercopilot.modules.identity.api.use_cases.accounts import UpdateProfile
from careercopilot.modules.jobs.api.events import SavedSearchMatched
from careercopilot.modules.messaging.api.models import NotificationFilter, NotificationOrder, NotificationType, Priority
from careercopilot.modules.messaging.api.preferences import Channel, Digest, QuietHours
from careercopilot.modules.messaging.api.use_cases.mail import MailRound
from careercopilot.modules.messaging.api.use_cases.notifications import ListNotifications
from careercopilot.modules.messaging.handlers.notify_saved_search_matched import NotifySavedSearchMatched
from tests.support.applications import KnownJobs, with_jobs
from tests.support.clock import START, FixedClock
from tests.support.containers import in_memory
from tests.support.mail import a_notice, an_account, choose, deliver_mails, tell

HOUR = timedelta(hours=1)
KIND = NotificationType.SAVED_SEARCH_MATCHED


async def titles(container: AsyncContainer, user_id: UUID) -> list[str]:
    async with container() as scope:
        listed = await (await scope.get(ListNotifications))(
            user_id, NotificationFilter(), NotificationOrder.NEWEST_FIRST, PageRequest()
        )
    return [item.title for item in listed.items]


async def mails(container: AsyncContainer) -> list[str]:
    return [mail.subject for mail in (await container.get(MemoryMailer)).sent]


async def test_by_default_a_saved_search_is_told_in_the_app_and_by_email(memory_container: AsyncContainer) -> None:
    user_id = await an_account(memory_container)
    notice = a_notice(user_id)
    await tell(memory_container, notice)
    await tell(memory_container, notice)
    assert await titles(memory_container, user_id) == [notice.title]
    assert await deliver_mails(memory_container) == MailRound(sent=1)
    assert await deliver_mails(memory_container) == MailRound()
    (mail,) = (await memory_container.get(MemoryMailer)).sent
    assert (mail.subject, mail.to_name) == (notice.title, "Robin Example")
    assert mail.to.endswith("@example.org")


async def test_what_is_switched_off_is_not_told_nor_heard_live(memory_container: AsyncContainer) -> None:
    heard: list[str] = []
    signals = await memory_container.get(Signals)
    signals.subscribe(LIVE, heard.append)
    signals.subscribe(TASKS, heard.append)
    user_id = await an_account(memory_container)
    await choose(memory_container, user_id, {KIND: {Channel.IN_APP: False, Channel.EMAIL: False}})
    await tell(memory_container, a_notice(user_id))
    await asyncio.sleep(0)
    assert (await titles(memory_container, user_id), heard) == ([], [])
    assert await deliver_mails(memory_container) == MailRound()


async def test_an_email_is_told_without_the_app(memory_container: AsyncContainer) -> None:
    user_id = await an_account(memory_container)
    await choose(memory_container, user_id, {KIND: {Channel.IN_APP: False}})
    await tell(memory_container, a_notice(user_id))
    assert await titles(memory_container, user_id) == []
    assert (await deliver_mails(memory_container)).sent == 1


async def test_quiet_hours_delay_the_email_alone_and_not_what_is_urgent(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    user_id = await an_account(memory_container)
    await choose(memory_container, user_id, quiet=QuietHours("08:00", "11:00", "UTC"))
    urgent = a_notice(user_id, priority=Priority.URGENT, title="Urgent")
    await tell(memory_container, a_notice(user_id, title="Calm"), urgent)
    assert sorted(await titles(memory_container, user_id)) == ["Calm", "Urgent"]
    await deliver_mails(memory_container)
    assert await mails(memory_container) == ["Urgent"]
    clock.advance(2 * HOUR)
    await deliver_mails(memory_container)
    assert await mails(memory_container) == ["Urgent", "Calm"]


async def test_a_digest_gathers_until_eight_where_the_person_lives(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    user_id = await an_account(memory_container)
    async with memory_container() as scope:
        await (await scope.get(UpdateProfile))(user_id, ProfileChanges(timezone="America/New_York"))
    await choose(memory_container, user_id, digest=Digest.DAILY)
    await tell(memory_container, a_notice(user_id, title="One"), a_notice(user_id, title="Two"))
    await tell(memory_container, a_notice(user_id, title="Now", priority=Priority.URGENT))
    await deliver_mails(memory_container)
    assert await mails(memory_container) == ["Now"]
    assert START.hour == 9
    clock.advance(4 * HOUR - timedelta(seconds=1))
    assert await deliver_mails(memory_container) == MailRound()
    clock.advance(timedelta(seconds=1))
    assert await deliver_mails(memory_container) == MailRound(sent=1)
    assert await mails(memory_container) == ["Now", "2 notifications for you"]


async def test_switching_a_type_off_takes_waiting_emails_back(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    user_id = await an_account(memory_container)
    await choose(memory_container, user_id, digest=Digest.DAILY)
    await tell(memory_container, a_notice(user_id), a_notice(user_id, type=NotificationType.ANNOUNCEMENT, title="Kept"))
    await choose(
        memory_container, user_id, {KIND: {Channel.EMAIL: False}, NotificationType.ANNOUNCEMENT: {Channel.EMAIL: True}}
    )
    clock.advance(24 * HOUR)
    await deliver_mails(memory_container)
    assert await mails(memory_container) == ["Kept"]


async def test_a_worker_is_woken_for_what_can_be_sent_at_once(memory_container: AsyncContainer) -> None:
    heard: list[str] = []
    (await memory_container.get(Signals)).subscribe(TASKS, heard.append)
    user_id = await an_account(memory_container)
    await tell(memory_container, a_notice(user_id))
    await choose(memory_container, user_id, digest=Digest.DAILY)
    await tell(memory_container, a_notice(user_id))
    await asyncio.sleep(0)
    assert [payload.partition(":")[0] for payload in heard] == ["messaging.deliver-mail"]


async def test_a_saved_search_is_told_with_the_jobs_that_can_be_seen(clock: FixedClock) -> None:
    jobs = KnownJobs()
    container = in_memory(clock, with_jobs(jobs))
    user_id = await an_account(container)
    ids = (jobs.add(title="Cook", company="Inn"), new_id(), jobs.add(title="Baker", company=""))
    event = SavedSearchMatched(
        aggregate_id=new_id(),
        aggregate_version=1,
        user_id=user_id,
        name="Kitchens",
        frequency="instant",
        job_ids=ids,
        total=3,
    )
    envelope = Envelope(new_id(), START, event)
    for _ in range(2):
        async with container() as scope:
            subscriber = await scope.get(NotifySavedSearchMatched)
            async with await scope.get(UnitOfWork) as uow:
                await subscriber([envelope, envelope])
                await uow.commit()
    async with container() as scope:
        listed = await (await scope.get(ListNotifications))(
            user_id, NotificationFilter(), NotificationOrder.NEWEST_FIRST, PageRequest()
        )
    (item,) = listed.items
    assert (item.title, item.type) == ("3 new jobs for “Kitchens”", KIND)
    assert item.body == "• Cook, Inn\n• Baker\nand 1 more"
    assert item.data == {"saved_search_id": str(event.aggregate_id), "job_ids": [str(i) for i in ids], "total": 3}
    await container.close()
