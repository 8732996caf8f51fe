"""Taking an application back from its end."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.api.models import ApplicationView
from careercopilot.modules.tracking.domain.showing import view_of
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository


class ReopenApplicationHandler:
    """The repository refuses it while another application for the same job is live."""

    def __init__(self, unit_of_work: UnitOfWork, applications: ApplicationRepository, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._applications = applications
        self._clock = clock

    async def __call__(
        self, user_id: UUID, application_id: UUID, expected_version: int | None = None
    ) -> ApplicationView:
        async with self._unit_of_work as uow:
            application = await self._applications.get(user_id, application_id)
            application.require_version(expected_version)
            now = self._clock.now()
            application.reopen(now)
            await self._applications.save(application)
            uow.publish(*application.events)
            await uow.commit()
        return view_of(application, now)
