"""Forgetting a person, as soon as identity tells that they are to be forgotten."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.events import Envelope
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.insights.ports.erasure import Erasure
from careercopilot.modules.insights.ports.read_model import ReadModel


class ErasePerson:
    """Erases again whenever it is told again; the held read model lets nobody escape who is being written about."""

    def __init__(self, model: ReadModel, erasure: Erasure, clock: Clock) -> None:
        self._model = model
        self._erasure = erasure
        self._clock = clock

    async def __call__(self, envelopes: Sequence[Envelope[UserErased]]) -> None:
        await self._model.hold()
        for user_id in sorted({envelope.event.aggregate_id for envelope in envelopes}):
            await self._erasure.erase(user_id, self._clock.now())
