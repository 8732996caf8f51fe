"""Showing a hidden job again."""

from uuid import UUID

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.ports.hidden_jobs import HiddenJobRepository


class UnhideJobHandler:
    """Forgets that the person hid the job."""

    def __init__(self, unit_of_work: UnitOfWork, hidden_jobs: HiddenJobRepository) -> None:
        self._unit_of_work = unit_of_work
        self._hidden_jobs = hidden_jobs

    async def __call__(self, user_id: UUID, job_id: UUID) -> None:
        async with self._unit_of_work as unit_of_work:
            await self._hidden_jobs.remove(user_id, job_id)
            await unit_of_work.commit()
