"""What becomes of mails that can and cannot be sent."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from uuid import UUID

from dishka import AsyncContainer, Scope

from careercopilot.adapters.memory.core.metrics import MemoryMetrics
from careercopilot.adapters.memory.messaging.mailer import MemoryMailer
from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import Recipient
from careercopilot.modules.identity.api.use_cases.recipients import FindRecipients
from careercopilot.modules.messaging.api.use_cases.mail import MailRound
from careercopilot.modules.messaging.domain.mail import Mail
from tests.support.clock import START, FixedClock
from tests.support.containers import in_memory
from tests.support.mail import a_delivery, an_account, claim, deliver_mails, mailing_by, queue

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


async def test_a_server_that_is_away_is_knocked_at_once_a_round_and_nothing_is_lost(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    mailer = await memory_container.get(MemoryMailer)
    user_id = await an_account(memory_container)
    await queue(memory_container, *(a_delivery(user_id) for _ in range(25)))
    mailer.away = True
    for attempt in range(1, 4):
        assert (await deliver_mails(memory_container)).away
        assert mailer.attempts == attempt
        clock.advance(24 * HOUR)
    mailer.away = False
    assert await deliver_mails(memory_container) == MailRound(sent=25)
    assert len({mail.id for mail in mailer.sent}) == len(mailer.sent) == 25


async def test_one_over_which_the_server_goes_away_lets_the_others_go_first_and_is_given_up_at_last(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    mailer = await memory_container.get(MemoryMailer)
    mailer.breaks_off_at = {"glass@example.org"}
    people = [await an_account(memory_container, email=f"{name}@example.org") for name in ("glass", "wood")]
    await queue(memory_container, *(a_delivery(user_id) for user_id in people))
    assert await deliver_mails(memory_container) == MailRound(away=True)
    assert await deliver_mails(memory_container) == MailRound(sent=1)
    for _ in range(100):
        clock.advance(2 * HOUR)
        await deliver_mails(memory_container)
    assert mailer.attempts == 1 + 29


async def test_one_that_is_refused_fails_and_one_that_is_deferred_waits_and_the_others_go(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    mailer = await memory_container.get(MemoryMailer)
    mailer.refuses, mailer.defers = {"gone@example.org"}, {"busy@example.org"}
    people = [await an_account(memory_container, email=f"{name}@example.org") for name in ("gone", "busy", "well")]
    await queue(memory_container, *(a_delivery(user_id) for user_id in people))
    assert await deliver_mails(memory_container) == MailRound(sent=1, deferred=1, failed=1)
    assert await deliver_mails(memory_container) == MailRound()
    mailer.refuses, mailer.defers = set(), set()
    clock.advance(2 * MINUTE)
    assert await deliver_mails(memory_container) == MailRound(sent=1)
    assert sorted(mail.to for mail in mailer.sent) == ["busy@example.org", "well@example.org"]
    counts = (await memory_container.get(MemoryMetrics)).counts
    assert [counts["mail_deliveries_total", outcome] for outcome in ("sent", "deferred", "failed")] == [2, 1, 1]


async def test_a_mail_to_nobody_fails(memory_container: AsyncContainer) -> None:
    await queue(memory_container, a_delivery(new_id()))
    assert await deliver_mails(memory_container) == MailRound(failed=1)


async def test_a_mail_that_breaks_whoever_carries_it_does_not_hold_up_the_others(clock: FixedClock) -> None:
    class Fragile:
        def __init__(self) -> None:
            self.sent: list[Mail] = []

        async def send(self, mail: Mail) -> None:
            if "glass" in mail.subject:
                raise RuntimeError("broken")
            self.sent.append(mail)

        async def forget(self, user_id: UUID) -> None: ...

    mailer = Fragile()
    container = in_memory(clock, mailing_by(mailer))
    user_id = await an_account(container)
    await queue(container, a_delivery(user_id, title="glass"), a_delivery(user_id, title="wood"))
    assert await deliver_mails(container) == MailRound(sent=1, deferred=1)
    assert [mail.subject for mail in mailer.sent] == ["wood"]
    await container.close()


async def test_what_a_dead_worker_had_taken_is_sent_when_its_lease_has_run_out(
    memory_container: AsyncContainer, clock: FixedClock
) -> None:
    user_id = await an_account(memory_container)
    delivery = a_delivery(user_id)
    await queue(memory_container, delivery)
    await claim(memory_container, START, START + 6 * MINUTE)
    assert await deliver_mails(memory_container) == MailRound()
    clock.advance(7 * MINUTE)
    assert await deliver_mails(memory_container) == MailRound(sent=1)
    assert [mail.id for mail in (await memory_container.get(MemoryMailer)).sent] == [delivery.id]


async def test_nothing_is_begun_that_would_outlast_the_lease(clock: FixedClock) -> None:
    class Slow(MemoryMailer):
        async def send(self, mail: Mail) -> None:
            clock.advance(2 * MINUTE)
            await super().send(mail)

    mailer = Slow()
    container = in_memory(clock, mailing_by(mailer))
    user_id = await an_account(container)
    await queue(container, *(a_delivery(user_id) for _ in range(5)))
    assert await deliver_mails(container) == MailRound(sent=5)
    assert len({mail.id for mail in mailer.sent}) == len(mailer.sent) == 5
    await container.close()


async def test_asking_for_addresses_is_a_part_of_the_time_that_a_lease_gives(clock: FixedClock) -> None:
    begun: list[timedelta] = []

    class Slow(MemoryMailer):
        async def send(self, mail: Mail) -> None:
            begun.append(clock.now() - START)
            clock.advance(2 * MINUTE)
            await super().send(mail)

    class SlowRecipients:
        async def __call__(self, user_ids: Collection[UUID]) -> Mapping[UUID, Recipient]:
            clock.advance(MINUTE * 1.5)
            return {user_id: Recipient("robin@example.org", "Robin", "UTC", "en") for user_id in user_ids}

    provider = mailing_by(Slow())
    provider.provide(SlowRecipients, provides=FindRecipients, scope=Scope.REQUEST, override=True)
    container = in_memory(clock, provider)
    await queue(container, *(a_delivery(new_id()) for _ in range(3)))
    assert await deliver_mails(container) == MailRound(sent=3)
    assert begun == [MINUTE * 1.5, MINUTE * 3.5, MINUTE * 7]  # the third by a lease of its own
    await container.close()
