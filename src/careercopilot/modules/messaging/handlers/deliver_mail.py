"""Sending the mails that are due."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.use_cases.recipients import FindRecipients
from careercopilot.modules.messaging.api.use_cases.mail import MailRound
from careercopilot.modules.messaging.domain.delivery import EmailDelivery, as_mails
from careercopilot.modules.messaging.handlers.mail_posting import MailPosting
from careercopilot.modules.messaging.ports.email_deliveries import EmailDeliveries

_AT_ONCE = 10
_LEASE = timedelta(minutes=6)
# No mail is begun that might still be on its way when the lease runs out and somebody else begins it.
_LAST_MAIL = timedelta(minutes=1)


class DeliverMailHandler:
    """Leases a few, sends them outside of any transaction, and records each at once.

    Who is killed after a server took a mail and before that is recorded leaves it to be sent again when the lease
    has run out, with the same Message-ID.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        deliveries: EmailDeliveries,
        find_recipients: FindRecipients,
        posting: MailPosting,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._deliveries = deliveries
        self._find_recipients = find_recipients
        self._posting = posting
        self._clock = clock

    async def __call__(self) -> MailRound:
        came_of_it = MailRound()
        while not came_of_it.away:
            leased_until = self._clock.now() + _LEASE
            claimed = await self._claim(leased_until)
            if not claimed:
                break
            came_of_it += await self._send(as_mails(claimed), leased_until)
        return came_of_it

    async def _claim(self, leased_until: datetime) -> Sequence[EmailDelivery]:
        async with self._unit_of_work as uow:
            claimed = await self._deliveries.claim(self._clock.now(), leased_until, _AT_ONCE)
            await uow.commit()
        return claimed

    async def _send(self, mails: Sequence[tuple[EmailDelivery, ...]], leased_until: datetime) -> MailRound:
        recipients = await self._find_recipients({mail[0].user_id for mail in mails})
        begun_until = leased_until - _LAST_MAIL
        outcomes: Counter[str] = Counter()
        for number, mail in enumerate(mails):
            outcome = await self._posting.post(mail, recipients.get(mail[0].user_id))
            outcomes[outcome] += 1
            await self._settle(mail, leased_until)
            if outcome == "away" or self._clock.now() > begun_until:
                await self._give_back(mails[number + 1 :], leased_until)
                break
        return MailRound(outcomes["sent"], outcomes["deferred"], outcomes["failed"], away=bool(outcomes["away"]))

    async def _settle(self, deliveries: Sequence[EmailDelivery], leased_until: datetime) -> None:
        async with self._unit_of_work as uow:
            await self._deliveries.settle(deliveries, leased_until)
            await uow.commit()

    async def _give_back(self, mails: Sequence[tuple[EmailDelivery, ...]], leased_until: datetime) -> None:
        untried = [delivery for mail in mails for delivery in mail]
        for delivery in untried:
            delivery.release()
        if untried:
            await self._settle(untried, leased_until)
