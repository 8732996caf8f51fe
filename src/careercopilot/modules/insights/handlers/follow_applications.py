"""Keeping the read model up with what happens to applications."""

from collections.abc import Sequence

from careercopilot.kernel.events import Envelope
from careercopilot.modules.insights.domain.tracked_application import Step, TrackedApplication
from careercopilot.modules.insights.handlers.hearing import Told, hear
from careercopilot.modules.insights.handlers.opening_checks import look_up
from careercopilot.modules.insights.ports.erasure import Erasure
from careercopilot.modules.insights.ports.read_model import ReadModel
from careercopilot.modules.insights.ports.tracked_applications import TrackedApplications
from careercopilot.modules.jobs.api.use_cases.openings import CheckOpenings


class FollowApplications:
    """Hears what tracking tells, in any order and any number of times, and forgets nobody's erasure.

    An opening may have closed before its application was heard of, so the first word of an application asks jobs.
    """

    def __init__(
        self, model: ReadModel, applications: TrackedApplications, erasure: Erasure, check_openings: CheckOpenings
    ) -> None:
        self._model = model
        self._applications = applications
        self._erasure = erasure
        self._check_openings = check_openings

    async def __call__(self, envelopes: Sequence[Envelope[Told]]) -> None:
        await self._model.hold()
        erased = await self._erasure.erased_among({envelope.event.user_id for envelope in envelopes})
        heard = [envelope for envelope in envelopes if envelope.event.user_id not in erased]
        known = dict(await self._applications.find({envelope.event.aggregate_id for envelope in heard}))
        steps: list[Step] = []
        for envelope in heard:
            event = envelope.event
            application = known.setdefault(
                event.aggregate_id, TrackedApplication(id=event.aggregate_id, user_id=event.user_id)
            )
            steps += hear(application, envelope)
        await look_up(self._check_openings, [a for a in known.values() if a.opening_open is None])
        await self._applications.save(list(known.values()), steps)
        await self._model.advance(max(envelope.occurred_at for envelope in envelopes))
