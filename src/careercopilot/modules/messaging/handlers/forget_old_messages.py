"""Throwing away what is past its time."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.use_cases.housekeeping import Forgotten
from careercopilot.modules.messaging.ports.old_messages import OldMessages

_NOTIFICATIONS_KEPT_FOR = timedelta(days=90)
_DELIVERIES_KEPT_FOR = timedelta(days=30)
_AT_ONCE = 1000
_MOST_BATCHES = 100


class ForgetOldMessagesHandler:
    """Deletes batch by batch, each in a transaction of its own, so that nobody waits long."""

    def __init__(self, unit_of_work: UnitOfWork, old: OldMessages, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._old = old
        self._clock = clock

    async def __call__(self) -> Forgotten:
        now = self._clock.now()
        return Forgotten(
            await self._in_batches(lambda: self._old.forget_notifications(now - _NOTIFICATIONS_KEPT_FOR, _AT_ONCE)),
            await self._in_batches(lambda: self._old.forget_deliveries(now - _DELIVERIES_KEPT_FOR, _AT_ONCE)),
        )

    async def _in_batches(self, forget: Callable[[], Awaitable[int]]) -> int:
        total = 0
        for _ in range(_MOST_BATCHES):
            async with self._unit_of_work as uow:
                gone = await forget()
                await uow.commit()
            total += gone
            if gone < _AT_ONCE:
                break
        return total
