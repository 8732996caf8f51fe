"""Forgetting what is past its time."""

from datetime import timedelta

import structlog
from dishka import AsyncContainer

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.idempotency import IdempotencyRecords
from careercopilot.kernel.outbox import Inbox
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.use_cases.housekeeping import ForgetOldMessages

_log = structlog.get_logger("careercopilot.worker")
_INBOX_KEPT_FOR = timedelta(days=7)


async def forget_what_is_past(container: AsyncContainer) -> None:
    """Drop what nobody needs any more. Can run any number of times, also at once."""
    clock = await container.get(Clock)
    keys = await (await container.get(IdempotencyRecords)).forget_expired()
    async with container() as scope, await scope.get(UnitOfWork) as unit_of_work:
        records = await (await scope.get(Inbox)).forget_before(clock.now() - _INBOX_KEPT_FOR)
        await unit_of_work.commit()
    async with container() as scope:
        messages = await (await scope.get(ForgetOldMessages))()
    _log.debug(
        "housekeeping.done",
        idempotency_keys=keys,
        inbox_records=records,
        notifications=messages.notifications,
        mails=messages.deliveries,
    )
