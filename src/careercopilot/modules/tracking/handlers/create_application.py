"""Beginning to track an application."""

from dataclasses import replace
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import NotFound
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.use_cases.jobs import FindJobs
from careercopilot.modules.tracking.api.models import ApplicationView, NewApplication
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.details import copied_url, shortened
from careercopilot.modules.tracking.domain.showing import view_of
from careercopilot.modules.tracking.ports.application_repository import ApplicationRepository


class CreateApplicationHandler:
    """Asks jobs for the facts of the job, so that they stay when the job is gone."""

    def __init__(
        self, unit_of_work: UnitOfWork, applications: ApplicationRepository, find_jobs: FindJobs, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._applications = applications
        self._find_jobs = find_jobs
        self._clock = clock

    async def __call__(self, user_id: UUID, new: NewApplication) -> ApplicationView:
        complete = await self._with_facts_of_job(user_id, new)
        now = self._clock.now()
        application = Application.start(user_id, complete, now)
        async with self._unit_of_work as uow:
            await self._applications.add(application)
            uow.publish(*application.events)
            await uow.commit()
        return view_of(application, now)

    async def _with_facts_of_job(self, user_id: UUID, new: NewApplication) -> NewApplication:
        if new.job_id is None:
            return new
        job = (await self._find_jobs(user_id, [new.job_id])).get(new.job_id)
        if job is None:
            raise NotFound("job", new.job_id)
        return replace(
            new,
            title=shortened(job.title) if new.title is None else new.title,
            company=shortened(job.company) if new.company is None else new.company,
            url=copied_url(job.url) if new.url is None else new.url,
            source=job.source if new.source is None else new.source,
        )
