"""What a viewer's applications add to the jobs they see."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from careercopilot.modules.jobs.api.models import JobCard

J = TypeVar("J", bound=JobCard)


def with_applications(jobs: Iterable[J], applications: Mapping[UUID, UUID]) -> tuple[J, ...]:
    """Return the jobs, each with the viewer's application for it where there is one."""
    if not applications:
        return tuple(jobs)
    return tuple(_with(job, applications.get(job.id)) for job in jobs)


def _with(job: J, application_id: UUID | None) -> J:
    if application_id is None:
        return job
    return replace(job, viewer=replace(job.viewer, application_id=application_id))
