"""What the read model knows of an application. Hearing the same again, or in another order, changes nothing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from careercopilot.modules.insights.api.models import ApplicationStatus, StepKind

_RESPONSES = frozenset(
    {
        ApplicationStatus.SCREENING,
        ApplicationStatus.INTERVIEW,
        ApplicationStatus.OFFER,
        ApplicationStatus.ACCEPTED,
        ApplicationStatus.DECLINED,
        ApplicationStatus.REJECTED,
    }
)
_OFFERS = frozenset({ApplicationStatus.OFFER, ApplicationStatus.ACCEPTED, ApplicationStatus.DECLINED})
ENDS = frozenset(
    {
        ApplicationStatus.ACCEPTED,
        ApplicationStatus.DECLINED,
        ApplicationStatus.REJECTED,
        ApplicationStatus.WITHDRAWN,
    }
)
CAN_BE_STALE = frozenset(
    {ApplicationStatus.SAVED, ApplicationStatus.APPLIED, ApplicationStatus.SCREENING, ApplicationStatus.INTERVIEW}
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A change of status: the one that made the application ``version``."""

    application_id: UUID
    user_id: UUID
    version: int
    kind: StepKind
    from_status: ApplicationStatus | None
    to_status: ApplicationStatus
    at: datetime

    @property
    def is_response(self) -> bool:
        """Whether the employer answered with it. What is given up before it was sent had no answer."""
        return self.to_status in _RESPONSES and self.from_status is not ApplicationStatus.SAVED

    @property
    def is_interview(self) -> bool:
        """Whether it led to an interview."""
        return self.to_status is ApplicationStatus.INTERVIEW

    @property
    def is_offer(self) -> bool:
        """Whether it led to an offer, or to the answer to one."""
        return self.to_status in _OFFERS


@dataclass(frozen=True, kw_only=True)
class State:
    """How an application stood at one version of it, as every telling of that version says."""

    version: int
    status: ApplicationStatus
    since: datetime
    applied_at: datetime | None
    archived: bool


@dataclass(kw_only=True)
class TrackedApplication:
    """One application: its newest known state, and what its steps add up to.

    Each way of hearing is idempotent and commutes with the others: the state of the highest version wins, the
    earliest answer is kept, what was reached stays reached, and a deletion wins over everything. A deleted one keeps
    its ids and its last version, so that what is told late brings nothing back; ``state`` is None then alone.
    """

    id: UUID
    user_id: UUID
    job_id: UUID | None = None
    version: int = 0
    state: State | None = None
    created_at: datetime | None = None
    first_response_at: datetime | None = None
    interview: bool = False
    offer: bool = False
    opening_open: bool | None = None
    deleted: bool = False

    def hear_state(self, state: State, job_id: UUID | None) -> None:
        """Take in how it stands."""
        if self.deleted:
            return
        self.job_id = job_id
        if self.state is None or state.version > self.version:
            self.version, self.state = state.version, state

    def hear_creation(self, at: datetime) -> None:
        """Take in since when it has been tracked."""
        if not self.deleted:
            self.created_at = at

    def hear_step(self, step: Step) -> None:
        """Take in a step."""
        if self.deleted:
            return
        if step.is_response:
            self.first_response_at = min(step.at, self.first_response_at or step.at)
        self.interview = self.interview or step.is_interview
        self.offer = self.offer or step.is_offer

    def hear_opening(self, *, is_open: bool) -> None:
        """Take in whether the opening it points at is still listed."""
        if not self.deleted and self.job_id is not None:
            self.opening_open = is_open

    def delete(self, version: int) -> None:
        """Forget everything but that it was there."""
        self.version = max(self.version, version)
        self.job_id = self.state = self.created_at = self.first_response_at = self.opening_open = None
        self.interview = self.offer = False
        self.deleted = True
