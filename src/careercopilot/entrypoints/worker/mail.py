"""E-mails and announcements in the background."""

import asyncio

import structlog
from dishka import AsyncContainer

from careercopilot.modules.messaging.api.use_cases.announcements import GoOnAnnouncing
from careercopilot.modules.messaging.api.use_cases.mail import DeliverMail, MailRound

_log = structlog.get_logger("careercopilot.mail")
_AT_ONCE = 4


async def deliver_mail(container: AsyncContainer) -> None:
    """Send what is due, several at a time. Can run any number of times, also at once."""
    _tell(sum(await asyncio.gather(*(_round(container) for _ in range(_AT_ONCE))), MailRound()))


async def announce(container: AsyncContainer) -> None:
    """Tell announcements to everybody who was not told yet. Can run any number of times, also at once."""
    batches = 0
    while await _told_a_batch(container):
        batches += 1
    if batches:
        _log.info("announcements.told", batches=batches)


async def _round(container: AsyncContainer) -> MailRound:
    async with container() as scope:
        deliver: DeliverMail = await scope.get(DeliverMail)
        return await deliver()


def _tell(came_of_it: MailRound) -> None:
    if came_of_it.sent or came_of_it.deferred or came_of_it.failed:
        log = _log.warning if came_of_it.failed else _log.info
        log("mail.delivered", sent=came_of_it.sent, deferred=came_of_it.deferred, failed=came_of_it.failed)


async def _told_a_batch(container: AsyncContainer) -> bool:
    async with container() as scope:
        go_on: GoOnAnnouncing = await scope.get(GoOnAnnouncing)
        return await go_on()
