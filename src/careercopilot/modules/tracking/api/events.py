"""The facts that tracking tells. The envelope's version is the application's."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from careercopilot.kernel.events import Event
from careercopilot.modules.tracking.api.models import ApplicationStatus


@dataclass(frozen=True, kw_only=True)
class ApplicationCreated(Event):
    """A person began to track an application, at ``status``."""

    NAME: ClassVar[str] = "tracking.application-created.v1"

    user_id: UUID
    job_id: UUID | None
    status: ApplicationStatus


@dataclass(frozen=True, kw_only=True)
class ApplicationSubmitted(Event):
    """An application was sent; told once, when it first reaches ``applied`` or is entered beyond it."""

    NAME: ClassVar[str] = "tracking.application-submitted.v1"

    user_id: UUID
    job_id: UUID | None
    title: str
    company: str
    applied_at: datetime


@dataclass(frozen=True, kw_only=True)
class ApplicationMoved(Event):
    """An application took a step, or was taken back from its end (``reopened``)."""

    NAME: ClassVar[str] = "tracking.application-moved.v1"

    user_id: UUID
    job_id: UUID | None
    from_status: ApplicationStatus
    to_status: ApplicationStatus
    at: datetime
    reopened: bool = False


@dataclass(frozen=True, kw_only=True)
class ApplicationDeleted(Event):
    """An application and its timeline are gone."""

    NAME: ClassVar[str] = "tracking.application-deleted.v1"

    user_id: UUID
    job_id: UUID | None
