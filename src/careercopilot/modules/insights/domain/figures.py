"""Counts of a person's applications, as the read model gives them, and what they are shown as."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from careercopilot.modules.insights.api.models import ApplicationStatus, Rate
from careercopilot.modules.insights.domain.rates import rate
from careercopilot.modules.insights.domain.tracked_application import ENDS

STALE_AFTER = timedelta(days=14)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
ARRIVALS_KEPT = timedelta(days=8)
"""A day longer than anything asks about, so that what runs out does so unseen."""
SHOWN_PER_REASON = 10
STEPS_SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class Tally:
    """All of a person's applications, counted; ``active`` are those that are not archived, by status."""

    by_status: Mapping[ApplicationStatus, int] = field(default_factory=dict)
    active: Mapping[ApplicationStatus, int] = field(default_factory=dict)
    sent: int = 0
    responses: int = 0
    interviews: int = 0
    offers: int = 0
    added_lately: int = 0
    sent_lately: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_status.values())

    @property
    def live(self) -> int:
        """Those that are neither archived nor at their end."""
        return sum(count for status, count in self.active.items() if status not in ENDS)

    def rates(self) -> tuple[Rate, Rate, Rate]:
        """Return the shares of responses, interviews and offers among those sent."""
        return rate(self.responses, self.sent), rate(self.interviews, self.sent), rate(self.offers, self.sent)


class Reason(StrEnum):
    """Why an application needs a look."""

    STALE = "stale"
    OFFER_PENDING = "offer_pending"
    OPENING_CLOSED = "opening_closed"


@dataclass(frozen=True)
class Waiting:
    """An application that needs a look for one reason; ``together`` counts all of the person's with that reason."""

    reason: Reason
    together: int
    application_id: UUID
    status: ApplicationStatus
    since: datetime


@dataclass(frozen=True)
class News:
    """What is the same for everybody: jobs that arrived, and how far the read model has come."""

    last_day: int
    last_week: int
    as_of: datetime | None


def every_status(counts: Mapping[ApplicationStatus, int]) -> dict[ApplicationStatus, int]:
    """Return a count for every status, in the order of the pipeline."""
    return {status: counts.get(status, 0) for status in ApplicationStatus}
