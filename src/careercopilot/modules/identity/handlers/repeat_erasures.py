"""Telling erasures again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.identity.ports.erasure import Erasure

REPEATED_FOR: Final = timedelta(hours=48)
"""Longer than any request lasts, and any work in the background that began before the erasure."""

_AT_ONCE = 500


class RepeatErasuresHandler:
    """Goes through the tombstones piece by piece, each in a transaction of its own."""

    def __init__(self, unit_of_work: UnitOfWork, erasure: Erasure, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._erasure = erasure
        self._clock = clock

    async def __call__(self) -> int:
        since = self._clock.now() - REPEATED_FOR
        last: UUID | None = None
        told = 0
        while True:
            people = await self._tell(since, last)
            told += len(people)
            if len(people) < _AT_ONCE:
                return told
            last = people[-1]

    async def _tell(self, since: datetime, after: UUID | None) -> Sequence[UUID]:
        async with self._unit_of_work as uow:
            people = await self._erasure.erased_since(since, after, _AT_ONCE)
            uow.publish(*(UserErased(aggregate_id=user_id) for user_id in people))
            await uow.commit()
        return people
