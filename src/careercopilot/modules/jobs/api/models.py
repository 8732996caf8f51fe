"""What jobs gives out: frozen values, in the shapes of the public contract."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID


class Remote(StrEnum):
    """Where the work is done."""

    REMOTE = "remote"
    HYBRID = "hybrid"
    ONSITE = "onsite"
    UNKNOWN = "unknown"


class EmploymentType(StrEnum):
    """On what terms."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    INTERNSHIP = "internship"
    TEMPORARY = "temporary"
    VOLUNTEER = "volunteer"
    UNKNOWN = "unknown"


class JobStatus(StrEnum):
    """Whether one can still apply, as far as the sources tell."""

    OPEN = "open"
    CLOSED = "closed"


class SalaryPeriod(StrEnum):
    """What a stated amount is paid for."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True)
class CompanyView:
    """An employer, as the source names it."""

    name: str
    url: str | None = None


@dataclass(frozen=True)
class Place:
    """A place as the source writes it, and what it says of it in parts."""

    text: str
    city: str | None = None
    region: str | None = None
    country: str | None = None


@dataclass(frozen=True, kw_only=True)
class Salary:
    """Pay as stated: amounts in whole or fractional units of ``currency`` (ISO 4217) per ``period``.

    ``annual_min`` and ``annual_max`` are the same amounts for a year. ``text`` is the source's own wording.
    """

    min: float | None = None
    max: float | None = None
    currency: str | None = None
    period: SalaryPeriod | None = None
    annual_min: float | None = None
    annual_max: float | None = None
    source: Literal["stated", "predicted"] = "stated"
    text: str | None = None


@dataclass(frozen=True)
class GhostRisk:
    """How likely it is that nobody will be hired, and why that is thought."""

    level: Literal["low", "medium", "high", "unknown"]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostingView:
    """One appearance of a job at one source."""

    source: str
    external_id: str
    url: str
    first_seen_at: datetime
    last_seen_at: datetime
    attribution: str | None = None


@dataclass(frozen=True)
class ViewerState:
    """What the job is to the person who looks at it."""

    saved: bool = False
    hidden: bool = False
    application_id: UUID | None = None
    match_score: float | None = None


@dataclass(frozen=True, kw_only=True)
class JobCard:
    """A job in a list: everything but the description."""

    id: UUID
    title: str
    company: CompanyView
    locations: tuple[Place, ...]
    remote: Remote
    remote_countries: tuple[str, ...]
    employment_type: EmploymentType
    seniority: str | None
    salary: Salary | None
    visa_sponsorship: bool | None
    skills: tuple[str, ...]
    language: str | None
    url: str
    apply_url: str | None
    posted_date: date | None
    first_seen_at: datetime
    last_seen_at: datetime
    closed_at: datetime | None
    status: JobStatus
    reposted_from: UUID | None
    ghost_risk: GhostRisk
    postings: tuple[PostingView, ...]
    viewer: ViewerState


@dataclass(frozen=True, kw_only=True)
class JobView(JobCard):
    """A job with its description: HTML that is safe to show, and the same as text."""

    description_html: str
    description_text: str


@dataclass(frozen=True)
class JobSummary:
    """The few facts of a job that other contexts copy or show."""

    id: UUID
    title: str
    company: str
    url: str
    source: str | None
    status: JobStatus


@dataclass(frozen=True)
class RejectionView:
    """A posting that could not be taken, and why."""

    external_id: str | None
    reason: str


@dataclass(frozen=True)
class RunErrorView:
    """Why a run is failed or partial: a stable code and a sentence."""

    code: str
    message: str


RunStatus = Literal["running", "complete", "partial", "failed", "not_modified"]


@dataclass(frozen=True, kw_only=True)
class SourceRunView:
    """One line of the run ledger; ``fetched = new + updated + unchanged + merged + rejected``, always."""

    id: UUID
    source: str
    board: str
    status: RunStatus
    started_at: datetime
    finished_at: datetime | None
    fetched: int
    new: int
    updated: int
    unchanged: int
    merged: int
    reopened: int
    closed: int
    rejected: int
    rejections: tuple[RejectionView, ...]
    error: RunErrorView | None
