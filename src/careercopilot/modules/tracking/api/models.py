"""What tracking takes in and gives out: frozen values, in the shapes of the public contract."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal, TypeAlias
from uuid import UUID

from careercopilot.kernel.changes import UNCHANGED, Unchanged
from careercopilot.modules.identity.api import models as identity

SalaryExpectation: TypeAlias = identity.SalaryExpectation


class ApplicationStatus(StrEnum):
    """Where an application stands, in the order of the pipeline."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    GHOSTED = "ghosted"


class ApplicationPriority(StrEnum):
    """How much the person wants it, from the least."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, kw_only=True)
class ApplicationCard:
    """An application in the pipeline: everything but the notes."""

    id: UUID
    job_id: UUID | None
    title: str
    company: str
    url: str | None
    status: ApplicationStatus
    stage_label: str | None
    priority: ApplicationPriority
    source: str | None
    applied_at: datetime | None
    next_action_at: datetime | None
    salary_expectation: SalaryExpectation | None
    resume_version_id: UUID | None
    cover_letter_id: UUID | None
    tags: tuple[str, ...]
    archived: bool
    version: int
    created_at: datetime
    updated_at: datetime
    days_in_status: int
    allowed_transitions: tuple[ApplicationStatus, ...]


@dataclass(frozen=True, kw_only=True)
class ApplicationView(ApplicationCard):
    """An application."""

    notes: str


@dataclass(frozen=True, kw_only=True)
class NewApplication:
    """What a person enters. With ``job_id``, a title, company or url that is left out is the job's."""

    job_id: UUID | None = None
    title: str | None = None
    company: str | None = None
    url: str | None = None
    status: ApplicationStatus = ApplicationStatus.SAVED
    stage_label: str | None = None
    priority: ApplicationPriority = ApplicationPriority.MEDIUM
    source: str | None = None
    applied_at: datetime | None = None
    next_action_at: datetime | None = None
    salary_expectation: SalaryExpectation | None = None
    resume_version_id: UUID | None = None
    cover_letter_id: UUID | None = None
    notes: str = ""
    tags: tuple[str, ...] = ()
    archived: bool = False


@dataclass(frozen=True, kw_only=True)
class ApplicationChanges:
    """An edit: the fields given take their new values, a ``status`` is a step at this moment."""

    title: str | Unchanged = UNCHANGED
    company: str | Unchanged = UNCHANGED
    url: str | Unchanged | None = UNCHANGED
    status: ApplicationStatus | Unchanged = UNCHANGED
    stage_label: str | Unchanged | None = UNCHANGED
    priority: ApplicationPriority | Unchanged = UNCHANGED
    source: str | Unchanged | None = UNCHANGED
    applied_at: datetime | Unchanged | None = UNCHANGED
    next_action_at: datetime | Unchanged | None = UNCHANGED
    salary_expectation: SalaryExpectation | Unchanged | None = UNCHANGED
    resume_version_id: UUID | Unchanged | None = UNCHANGED
    cover_letter_id: UUID | Unchanged | None = UNCHANGED
    notes: str | Unchanged = UNCHANGED
    tags: tuple[str, ...] | Unchanged = UNCHANGED
    archived: bool | Unchanged = UNCHANGED


@dataclass(frozen=True, kw_only=True)
class ApplicationFilters:
    """Which applications: ``q`` is words that title, company or notes hold, ``company`` a part of the name."""

    statuses: tuple[ApplicationStatus, ...] = ()
    company: str | None = None
    tag: str | None = None
    q: str | None = None
    updated_after: datetime | None = None
    archived: bool = False


SortField: TypeAlias = Literal[
    "updated_at", "created_at", "applied_at", "next_action_at", "title", "company", "priority", "status"
]


@dataclass(frozen=True)
class Order:
    """One key of a sort; what lacks the field stands last either way."""

    field: SortField
    descending: bool = False


NEWEST_FIRST: Final = (Order("updated_at", descending=True),)


class EntryKind(StrEnum):
    """What a line of the timeline tells."""

    CREATED = "created"
    MOVED = "moved"
    REOPENED = "reopened"
    NOTES_EDITED = "notes_edited"
    APPLIED_AT_CORRECTED = "applied_at_corrected"


@dataclass(frozen=True, kw_only=True)
class TimelineEntryView:
    """One line of the timeline: ``at`` is when it happened, ``recorded_at`` when we were told."""

    id: UUID
    kind: EntryKind
    at: datetime
    recorded_at: datetime
    from_status: ApplicationStatus | None = None
    to_status: ApplicationStatus | None = None
    note: str | None = None
    data: dict[str, object] | None = None


@dataclass(frozen=True)
class PipelineColumn:
    """One status: how many applications stand there, and the latest changed of them (at most 100)."""

    status: ApplicationStatus
    count: int
    cards: tuple[ApplicationCard, ...]


@dataclass(frozen=True)
class PipelineView:
    """A column for every status, in the order of the pipeline; what is archived is left out."""

    columns: tuple[PipelineColumn, ...]
    total: int
