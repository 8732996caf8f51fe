"""Taking a step in the pipeline."""

from datetime import datetime
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.api.models import ApplicationStatus, ApplicationView
from careercopilot.modules.tracking.domain.showing import view_of
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository


class MoveApplicationHandler:
    """Leaves the decision to the pipeline."""

    def __init__(self, unit_of_work: UnitOfWork, applications: ApplicationRepository, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._applications = applications
        self._clock = clock

    async def __call__(
        self,
        user_id: UUID,
        application_id: UUID,
        to: ApplicationStatus,
        *,
        at: datetime | None = None,
        note: str | None = None,
        expected_version: int | None = None,
    ) -> ApplicationView:
        async with self._unit_of_work as uow:
            application = await self._applications.get(user_id, application_id)
            application.require_version(expected_version)
            now = self._clock.now()
            application.move(to, now, at, note)
            await self._applications.save(application)
            uow.publish(*application.events)
            await uow.commit()
        return view_of(application, now)
