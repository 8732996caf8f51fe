"""Saved searches, as they are entered, changed and seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from careercopilot.modules.jobs.api.job_lists import JobQuery

MOST_SAVED_SEARCHES = 100

FilterValue = str | float | bool | date | tuple[str, ...]


class AlertFrequency(StrEnum):
    """How often a person wants to hear of jobs that arrived: as they do, each morning, on Monday mornings, or never."""

    INSTANT = "instant"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class NewSavedSearch:
    """A search to keep: the filters that a list of jobs takes. One without a name is called by what it looks for."""

    filters: JobQuery
    name: str | None = None
    frequency: AlertFrequency = AlertFrequency.DAILY


@dataclass(frozen=True, kw_only=True)
class SavedSearchChanges:
    """What to change of a saved search: None leaves a field as it is.

    ``filters`` holds new values by the names that JobQuery has; None as a value takes that filter away, what is not
    named stays.
    """

    name: str | None = None
    frequency: AlertFrequency | None = None
    filters: Mapping[str, FilterValue | None] | None = None


@dataclass(frozen=True, kw_only=True)
class SavedSearchView:
    """A search that a person keeps; ``filters`` are those in use, as the list of jobs tells and takes them.

    ``last_matched_at`` is when it last found jobs that had arrived. ``version`` grows with every change and find.
    """

    id: UUID
    name: str
    filters: Mapping[str, object]
    frequency: AlertFrequency
    last_matched_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class Matching:
    """What one go did: searches held against arrivals, those that found any, those left for a later go."""

    looked: int = 0
    told: int = 0
    failed: int = 0

    def __add__(self, other: "Matching") -> "Matching":
        """Count two together."""
        return Matching(self.looked + other.looked, self.told + other.told, self.failed + other.failed)
