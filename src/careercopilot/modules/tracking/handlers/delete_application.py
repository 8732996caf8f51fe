"""Forgetting an application."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository


class DeleteApplicationHandler:
    """Deletes for good and tells it."""

    def __init__(self, unit_of_work: UnitOfWork, applications: ApplicationRepository) -> None:
        self._unit_of_work = unit_of_work
        self._applications = applications

    async def __call__(self, user_id: UUID, application_id: UUID, expected_version: int | None = None) -> None:
        async with self._unit_of_work as uow:
            application = await self._applications.get(user_id, application_id)
            application.require_version(expected_version)
            await self._applications.remove(application)
            application.delete()
            uow.publish(*application.events)
            await uow.commit()
