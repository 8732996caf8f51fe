"""What insights gives out: frozen values, in the shapes of the public contract.

The words that everything here is counted by, of an application:

- *sent*: it has a date of application, whether entered or by the step to ``applied``.
- *response*: the employer answered; it reached ``screening``, ``interview``, ``offer`` (or an end behind an offer) or
  ``rejected`` after it was sent. Silence (``ghosted``) and one's own ``withdrawn`` are no response.
- *interview*: it has been at ``interview``, wherever it went from there. An offer without one is no interview.
- *offer*: it has been at ``offer``, ``accepted`` or ``declined``.

What was once reached counts for good, also when the step is taken back by reopening. What was deleted counts nowhere.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from careercopilot.modules.tracking.api import models as tracking

ApplicationStatus: TypeAlias = tracking.ApplicationStatus


@dataclass(frozen=True, kw_only=True)
class Rate:
    """A share of ``denominator`` with its 95 % Wilson interval; None where there is nothing to divide by.

    Without ``enough_data`` it is too early to draw conclusions from ``value``.
    """

    value: float | None
    numerator: int
    denominator: int
    interval_low: float | None
    interval_high: float | None
    enough_data: bool


@dataclass(frozen=True, kw_only=True)
class AnalyticsSummary:
    """All of a person's applications in figures, archived ones too; rates are shares of those that were sent.

    ``as_of`` is the moment of the newest event taken in, of anybody: the figures may be that far behind.
    """

    as_of: datetime | None
    applications_total: int
    applications_sent: int
    by_status: dict[ApplicationStatus, int]
    responses: int
    interviews: int
    offers: int
    response_rate: Rate
    interview_rate: Rate
    offer_rate: Rate


@dataclass(frozen=True)
class Standing:
    """How many applications there are, how many of them have not ended, and where they stand."""

    total: int
    live: int
    by_status: dict[ApplicationStatus, int]


@dataclass(frozen=True)
class Recently:
    """What the last seven days brought: applications newly tracked, and applications sent."""

    added: int
    sent: int


@dataclass(frozen=True)
class WaitingApplication:
    """A live application that needs a look, and since when it has stood where it stands."""

    application_id: UUID
    title: str
    company: str
    status: ApplicationStatus
    since: datetime


@dataclass(frozen=True)
class WaitingGroup:
    """How many need a look for one reason, and the ten that have waited longest."""

    count: int
    applications: tuple[WaitingApplication, ...]


@dataclass(frozen=True)
class Attention:
    """Live applications that need a look.

    ``stale`` had no step for fourteen days (offers and ghosted ones aside), ``offers_pending`` wait for the person's
    own answer, ``openings_closed`` point at an opening that is not listed any more. One may be in several groups.
    """

    stale: WaitingGroup
    offers_pending: WaitingGroup
    openings_closed: WaitingGroup


@dataclass(frozen=True)
class NewJobs:
    """Jobs that came into the catalogue, counted to the beginning of the run that found them."""

    last_24_hours: int
    last_7_days: int


class StepKind(StrEnum):
    """What kind of step an application took."""

    CREATED = "created"
    MOVED = "moved"
    REOPENED = "reopened"


@dataclass(frozen=True, kw_only=True)
class ActivityItem:
    """One step of one application."""

    application_id: UUID
    title: str
    company: str
    kind: StepKind
    status: ApplicationStatus
    previous_status: ApplicationStatus | None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Dashboard:
    """What a person wants to see first.

    ``applications`` and ``attention`` leave out what is archived, as the board does; the other figures do not.
    ``as_of`` is the moment of the newest event taken in, of anybody: all of this may be that far behind.
    """

    as_of: datetime | None
    applications: Standing
    last_7_days: Recently
    attention: Attention
    responses: int
    interviews: int
    offers: int
    response_rate: Rate
    interview_rate: Rate
    offer_rate: Rate
    new_jobs: NewJobs
    recent_activity: tuple[ActivityItem, ...]


@dataclass(frozen=True, kw_only=True)
class ApplicationRecord:
    """What insights has noted of one application."""

    application_id: UUID
    job_id: UUID | None
    status: ApplicationStatus
    since: datetime
    applied_at: datetime | None
    created_at: datetime | None
    archived: bool
    first_response_at: datetime | None
    interview: bool
    offer: bool
    opening_open: bool | None


@dataclass(frozen=True, kw_only=True)
class StepRecord:
    """One step that insights has noted."""

    application_id: UUID
    version: int
    kind: StepKind
    status: ApplicationStatus
    previous_status: ApplicationStatus | None
    at: datetime


@dataclass(frozen=True)
class RebuildReport:
    """What a rebuild wrote: applications with their steps, rows of applications that are gone, arrivals of jobs."""

    applications: int
    steps: int
    removed: int
    arrivals: int
