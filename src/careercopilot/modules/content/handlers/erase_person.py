"""Forgetting a person, as soon as identity tells that they are to be forgotten."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.modules.content.ports.erasure import Erasure
from careercopilot.modules.identity.api.events import UserErased


class ErasePerson:
    """Erases again whenever it is told again: a request may have been on its way when it was told first."""

    def __init__(self, erasure: Erasure, clock: Clock) -> None:
        self._erasure = erasure
        self._clock = clock

    async def __call__(self, envelopes: Sequence[Envelope[UserErased]]) -> None:
        for user_id in sorted({envelope.event.aggregate_id for envelope in envelopes}):
            await self._erasure.erase(user_id, self._clock.now())
