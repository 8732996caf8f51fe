"""Making the read model anew."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.insights.api.models import RebuildReport
from careercopilot.modules.insights.handlers.application_rebuilding import ApplicationRebuilding
from careercopilot.modules.insights.handlers.arrival_keeping import ArrivalKeeping
from careercopilot.modules.insights.ports.read_model import ReadModel


class RebuildInsightsHandler:
    """Goes through all applications in batches, then through the arrivals of the last days."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        model: ReadModel,
        applications: ApplicationRebuilding,
        arrivals: ArrivalKeeping,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._model = model
        self._applications = applications
        self._arrivals = arrivals
        self._clock = clock

    async def __call__(self) -> RebuildReport:
        began = self._clock.now()
        batch = await self._applications.rebuild(None)
        batches = [batch]
        while batch.last is not None:
            batch = await self._applications.rebuild(batch.last)
            batches.append(batch)
        async with self._unit_of_work as uow:
            await self._model.hold()
            arrivals = await self._arrivals.refresh()
            await self._model.advance(began)
            await uow.commit()
        return RebuildReport(
            applications=sum(one.applications for one in batches),
            steps=sum(one.steps for one in batches),
            removed=sum(one.removed for one in batches),
            arrivals=arrivals,
        )
