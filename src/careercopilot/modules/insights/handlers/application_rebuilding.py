"""Writing the applications of the read model anew."""

from dataclasses import dataclass
from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.insights.handlers.hearing import recall
from careercopilot.modules.insights.handlers.opening_checks import look_up
from careercopilot.modules.insights.ports.erasure import Erasure
from careercopilot.modules.insights.ports.read_model import ReadModel
from careercopilot.modules.insights.ports.tracked_applications import TrackedApplications
from careercopilot.modules.jobs.api.use_cases.openings import CheckOpenings
from careercopilot.modules.tracking.api.use_cases.histories import ReadHistories

_AT_ONCE = 200


@dataclass(frozen=True)
class Rebuilt:
    """What one batch wrote; ``last`` is where the next one goes on, None after the last."""

    applications: int
    steps: int
    removed: int
    last: UUID | None


class ApplicationRebuilding:
    """Replaces one range of ids after the other, each in a transaction that holds the read model.

    Tracking is asked while the model is held: every event taken in before tells of something that the answer has,
    and every event taken in later is measured against its versions. So nothing is lost, and what is not in the
    answer is gone.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        model: ReadModel,
        applications: TrackedApplications,
        erasure: Erasure,
        read_histories: ReadHistories,
        check_openings: CheckOpenings,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._model = model
        self._applications = applications
        self._erasure = erasure
        self._read_histories = read_histories
        self._check_openings = check_openings

    async def rebuild(self, after: UUID | None) -> Rebuilt:
        """Rebuild the next batch of ids."""
        async with self._unit_of_work as uow:
            await self._model.hold()
            histories = await self._read_histories(after, _AT_ONCE)
            last = histories[-1].id if len(histories) == _AT_ONCE else None
            erased = await self._erasure.erased_among({history.user_id for history in histories})
            recalled = [recall(history) for history in histories if history.user_id not in erased]
            applications = [application for application, _ in recalled]
            steps = [step for _, some in recalled for step in some]
            await look_up(self._check_openings, applications)
            await self._applications.replace(applications, steps)
            removed = await self._applications.forget_others(after, last, [a.id for a in applications])
            await uow.commit()
        return Rebuilt(len(applications), len(steps), removed, last)
