"""Rows of the jobs tables in memory. Frozen: a change is a new row in the old one's place.

Table names and keys: "jobs.board", "jobs.source_run", "jobs.job", "jobs.posting", "jobs.saved_job" and
"jobs.saved_search" by id, "jobs.job_text", "jobs.job_search", "jobs.vector_backlog" and "jobs.arrival" by job id,
"jobs.term" by word, "jobs.hidden_job" by (user id, job id), "jobs.erased_person" is the moment by user id,
"jobs.arrival_position" the last position by None.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from careercopilot.modules.jobs.api.models import EmploymentType, Place, Remote, Salary
from careercopilot.modules.jobs.api.saved_searches import AlertFrequency
from careercopilot.modules.jobs.domain.job_filters import JobFilters

BOARDS = "jobs.board"
SOURCE_RUNS = "jobs.source_run"
JOBS = "jobs.job"
JOB_TEXTS = "jobs.job_text"
POSTINGS = "jobs.posting"
JOB_SEARCH = "jobs.job_search"
TERMS = "jobs.term"
SAVED_JOBS = "jobs.saved_job"
HIDDEN_JOBS = "jobs.hidden_job"
SAVED_SEARCHES = "jobs.saved_search"
ARRIVALS = "jobs.arrival"
POSITIONS = "jobs.arrival_position"
ERASED_PEOPLE = "jobs.erased_person"
VECTOR_BACKLOG = "jobs.vector_backlog"


@dataclass(frozen=True, kw_only=True)
class BoardRow:
    """A followed, or once followed, board."""

    id: UUID
    source: str
    name: str
    company_name: str | None = None
    followed: bool = True
    etag: str | None = None
    last_modified: str | None = None
    confirmed_at: datetime | None = None
    suspected_at: datetime | None = None
    next_run_at: datetime | None = None
    failures: int = 0
    lease_owner: UUID | None = None
    lease_until: datetime | None = None
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class JobRow:
    """An opening."""

    id: UUID
    owner_id: UUID | None = None
    title: str
    company_name: str
    company_url: str | None = None
    locations: tuple[Place, ...] = ()
    remote: Remote = Remote.UNKNOWN
    remote_countries: tuple[str, ...] = ()
    employment_type: EmploymentType = EmploymentType.UNKNOWN
    seniority: str | None = None
    salary: Salary | None = None
    visa_sponsorship: bool | None = None
    skills: tuple[str, ...] = ()
    language: str | None = None
    url: str
    apply_url: str | None = None
    posted_date: date | None = None
    first_seen_at: datetime
    closed_at: datetime | None = None
    reposted_from: UUID | None = None
    version: int = 1


@dataclass(frozen=True, kw_only=True)
class JobTextRow:
    """An opening's description."""

    job_id: UUID
    html: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PostingRow:
    """One appearance of an opening at one source."""

    id: UUID
    board_id: UUID
    source: str
    external_id: str
    job_id: UUID
    fingerprint: bytes
    url: str
    attribution: str | None = None
    first_seen_at: datetime
    last_seen_at: datetime
    closed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class JobSearchRow:
    """What lists are filtered by. The words are folded, not stemmed, ranked title, company, department, text."""

    job_id: UUID
    open: bool
    sort_date: date
    title_words: str
    company_words: str
    department_words: str
    text_words: str
    place_words: str
    countries: tuple[str, ...]
    remote: Remote
    employment_type: EmploymentType
    seniority: str | None
    salary_min: float | None
    salary_max: float | None
    currency: str | None
    skills: tuple[str, ...]
    visa_sponsorship: bool | None
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SavedJobRow:
    """A job that a person saved."""

    id: UUID
    user_id: UUID
    job_id: UUID
    notes: str | None = None
    tags: tuple[str, ...] = ()
    version: int = 1
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, kw_only=True)
class HiddenJobRow:
    """A job that a person does not want to see."""

    user_id: UUID
    job_id: UUID
    hidden_at: datetime


@dataclass(frozen=True, kw_only=True)
class VectorBacklogRow:
    """A job whose place in the vector store is not known to be right."""

    job_id: UUID
    wanted_at: datetime
    revision: int = 1
    attempts: int = 0
    leased_until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class SavedSearchRow:
    """A search that a person saved, with the lease of the run that has it."""

    id: UUID
    user_id: UUID
    name: str
    filters: JobFilters
    frequency: AlertFrequency
    seen: int
    due_at: datetime | None
    last_matched_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime
    lease_owner: UUID | None = None
    lease_until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ArrivalRow:
    """A job that arrived, and where it stands in the row."""

    job_id: UUID
    position: int
    arrived_at: datetime
    noted_at: datetime
