"""Whole histories of applications, for a context that keeps a read model of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.modules.tracking.api.models import ApplicationStatus, EntryKind


@dataclass(frozen=True, kw_only=True)
class HistoryStep:
    """A change of status, with the version that it made: kind ``created``, ``moved`` or ``reopened``."""

    version: int
    kind: EntryKind
    from_status: ApplicationStatus | None
    to_status: ApplicationStatus
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ApplicationHistory:
    """How an application stands, in the words of the event that told its version, and how it came there."""

    id: UUID
    user_id: UUID
    job_id: UUID | None
    version: int
    status: ApplicationStatus
    since: datetime
    applied_at: datetime | None
    archived: bool
    created_at: datetime
    steps: tuple[HistoryStep, ...]


@dataclass(frozen=True)
class ApplicationSummary:
    """What an application is called."""

    id: UUID
    title: str
    company: str
