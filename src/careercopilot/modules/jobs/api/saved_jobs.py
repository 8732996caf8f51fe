"""Saved jobs, as they are entered, changed and seen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.modules.jobs.api.models import JobCard


@dataclass(frozen=True, kw_only=True)
class NewSavedJob:
    """A job to keep, with the person's own words about it."""

    job_id: UUID
    notes: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SavedJobChanges:
    """What to change of a saved job: None leaves a field as it is."""

    notes: str | None = None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class SavedJobView:
    """A job that a person keeps. ``version`` grows with every change."""

    id: UUID
    job: JobCard
    notes: str
    tags: tuple[str, ...]
    version: int
    created_at: datetime
    updated_at: datetime
