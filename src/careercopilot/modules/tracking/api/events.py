"""The facts that tracking tells. The envelope's version is the application's.

Every version but a deletion's is told by exactly one of ApplicationCreated, ApplicationMoved and ApplicationEdited, and
each of them says how the application stands at it: its status, since when (as the timeline tells it), when it was sent,
and whether it is archived. So whoever keeps what the highest version said has the whole of it, in any order.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from careercopilot.kernel.events import Event
from careercopilot.modules.tracking.api.models import ApplicationStatus


@dataclass(frozen=True, kw_only=True)
class ApplicationCreated(Event):
    """A person began to track an application, at ``status``; its moments are None when told by an older release."""

    NAME: ClassVar[str] = "tracking.application-created.v1"

    user_id: UUID
    job_id: UUID | None
    status: ApplicationStatus
    since: datetime | None = None
    created_at: datetime | None = None
    applied_at: datetime | None = None
    archived: bool = False


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
    applied_at: datetime | None = None
    archived: bool = False


@dataclass(frozen=True, kw_only=True)
class ApplicationEdited(Event):
    """What is recorded of an application was changed without a step."""

    NAME: ClassVar[str] = "tracking.application-edited.v1"

    user_id: UUID
    job_id: UUID | None
    status: ApplicationStatus
    since: datetime
    applied_at: datetime | None
    archived: bool


@dataclass(frozen=True, kw_only=True)
class ApplicationDeleted(Event):
    """An application and its timeline are gone."""

    NAME: ClassVar[str] = "tracking.application-deleted.v1"

    user_id: UUID
    job_id: UUID | None
