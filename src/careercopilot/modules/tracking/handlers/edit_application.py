"""Changing what is recorded of an application."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.api.models import ApplicationChanges, ApplicationView
from careercopilot.modules.tracking.domain.showing import view_of
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository


class EditApplicationHandler:
    """Writes only when something is different."""

    def __init__(self, unit_of_work: UnitOfWork, applications: ApplicationRepository, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._applications = applications
        self._clock = clock

    async def __call__(
        self, user_id: UUID, application_id: UUID, changes: ApplicationChanges, expected_version: int | None = None
    ) -> ApplicationView:
        async with self._unit_of_work as uow:
            application = await self._applications.get(user_id, application_id)
            application.require_version(expected_version)
            now, before = self._clock.now(), application.version
            application.edit(changes, now)
            if application.version != before:
                await self._applications.save(application)
                uow.publish(*application.events)
                await uow.commit()
        return view_of(application, now)
