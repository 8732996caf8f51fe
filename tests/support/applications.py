"""Applications for tests, and a catalogue of jobs that stands where jobs would."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from dishka import Provider, Scope

from careercopilot.kernel.ids import new_id
from careercopilot.modules.jobs.api.models import JobStatus, JobSummary
from careercopilot.modules.jobs.api.use_cases.jobs import FindJobs
from careercopilot.modules.tracking.api.models import NewApplication
from careercopilot.modules.tracking.domain.application import Application
from tests.support.clock import START

SOMEBODY = UUID("01900000-0000-7000-8000-000000000001")
SOMEBODY_ELSE = UUID("01900000-0000-7000-8000-000000000002")


def new_application(**given: Any) -> NewApplication:
    return NewApplication(**{"title": "Gardener", "company": "Tulip & Sons", **given})


def an_application(user_id: UUID = SOMEBODY, now: datetime = START, **given: Any) -> Application:
    return Application.start(user_id, new_application(**given), now)


def a_job(**given: Any) -> JobSummary:
    facts = {
        "id": new_id(),
        "title": "Lighthouse keeper",
        "company": "Harbour Board",
        "url": "https://jobs.example.org/keeper",
        "source": "greenhouse",
        "status": JobStatus.OPEN,
    }
    return JobSummary(**{**facts, **given})


class KnownJobs:
    """Answers as jobs does, for the jobs that a test made known."""

    def __init__(self) -> None:
        self.jobs: dict[UUID, JobSummary] = {}

    def add(self, **given: Any) -> UUID:
        job = a_job(**given)
        self.jobs[job.id] = job
        return job.id

    async def __call__(self, viewer_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, JobSummary]:  # noqa: ARG002
        return {job_id: self.jobs[job_id] for job_id in job_ids if job_id in self.jobs}


def with_jobs(jobs: KnownJobs) -> Provider:
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(lambda: jobs, provides=FindJobs, override=True)
    return provider
