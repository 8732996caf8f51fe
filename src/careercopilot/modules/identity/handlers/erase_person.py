"""Forgetting a person: what identity holds, and what the core holds that belongs to no context."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.kernel.idempotency import IdempotencyRecords
from careercopilot.kernel.outbox import Outbox
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.identity.ports.erasure import Erasure


class ErasePerson:
    """Erases again whenever it is told again: a request may have been on its way when it was told first.

    Answers kept by idempotency key hold what the person was shown, and events that were given up on may hold what
    the person wrote; nobody wants to have the latter delivered any more. The telling of the erasure itself stays.
    """

    def __init__(self, erasure: Erasure, answers: IdempotencyRecords, outbox: Outbox, clock: Clock) -> None:
        self._erasure = erasure
        self._answers = answers
        self._outbox = outbox
        self._clock = clock

    async def __call__(self, envelopes: Sequence[Envelope[UserErased]]) -> None:
        for user_id in sorted({envelope.event.aggregate_id for envelope in envelopes}):
            await self._erasure.erase(user_id, self._clock.now())
            await self._answers.forget(str(user_id))
            await self._outbox.withdraw_parked(user_id, but={UserErased.NAME})
