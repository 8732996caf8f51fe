"""The tasks of messaging, as a worker runs them."""

import asyncio

from dishka import AsyncContainer

from careercopilot.adapters.memory.messaging.mailer import MemoryMailer
from careercopilot.bootstrap.brokers import task_broker
from careercopilot.entrypoints.worker.mail import announce, deliver_mail
from careercopilot.entrypoints.worker.one_at_a_time import OneAtATime
from careercopilot.entrypoints.worker.tasks import register_tasks
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.announcements import NewAnnouncement
from careercopilot.modules.messaging.api.use_cases.notifications import CountUnread
from careercopilot.modules.messaging.domain.announcement import Announcement
from careercopilot.modules.messaging.domain.tasks import ANNOUNCE, DELIVER_MAIL
from careercopilot.modules.messaging.ports.announcements import Announcements
from tests.support.clock import START
from tests.support.containers import settings
from tests.support.mail import a_delivery, a_notice, an_account, queue, tell


async def test_everything_due_is_sent_and_a_wake_up_in_the_middle_is_not_lost(memory_container: AsyncContainer) -> None:
    user_id = await an_account(memory_container)
    duty = OneAtATime(lambda: deliver_mail(memory_container))
    await queue(memory_container, *(a_delivery(user_id) for _ in range(50)))
    sending = asyncio.create_task(duty.run())
    await asyncio.sleep(0)
    await tell(memory_container, a_notice(user_id))
    await duty.run()
    await sending
    await duty.run()
    mails = (await memory_container.get(MemoryMailer)).sent
    assert len({mail.id for mail in mails}) == len(mails) == 51


async def test_an_announcement_that_nobody_went_on_with_is_told_by_the_sweep(memory_container: AsyncContainer) -> None:
    people = [await an_account(memory_container) for _ in range(3)]
    async with memory_container() as scope:
        announcements = await scope.get(Announcements)
        async with await scope.get(UnitOfWork) as uow:
            await announcements.add(Announcement.make(people[0], NewAnnouncement(title="A", body="B"), START))
            await uow.commit()
    await announce(memory_container)
    await announce(memory_container)
    async with memory_container() as scope:
        count: CountUnread = await scope.get(CountUnread)
        assert [(await count(user_id)).unread for user_id in people] == [1, 1, 1]


async def test_what_code_kicks_is_what_workers_know(memory_container: AsyncContainer) -> None:
    broker = task_broker(settings())
    running = await register_tasks(broker, memory_container)
    assert broker.find_task(DELIVER_MAIL) is not None
    assert broker.find_task(ANNOUNCE) is not None
    await running.stop()
