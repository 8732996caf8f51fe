"""Forget people who want to be forgotten."""

from collections.abc import Sequence

from careercopilot.kernel.events import Envelope
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.insights.ports.erasure import Erasure
from careercopilot.modules.insights.ports.read_model import ReadModel


class ErasePerson:
    """Holds the read model, so that nobody who is just being written about escapes."""

    def __init__(self, model: ReadModel, erasure: Erasure) -> None:
        self._model = model
        self._erasure = erasure

    async def __call__(self, envelopes: Sequence[Envelope[UserErased]]) -> None:
        await self._model.hold()
        for envelope in envelopes:
            await self._erasure.erase(envelope.event.aggregate_id, envelope.occurred_at)
