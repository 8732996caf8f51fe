"""The read model for reading, in memory."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.insights.tables import APPLICATIONS, ARRIVALS, PROGRESS, STEPS
from careercopilot.modules.insights.api.models import ApplicationRecord, ApplicationStatus, StepRecord
from careercopilot.modules.insights.domain.figures import News, Reason, Tally, Waiting
from careercopilot.modules.insights.domain.tracked_application import (
    CAN_BE_STALE,
    ENDS,
    State,
    Step,
    TrackedApplication,
)
from careercopilot.modules.insights.ports.arrivals import ArrivedJobs

Standing = tuple[TrackedApplication, State]


class MemoryInsightViews:
    """Reads what is committed."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._applications: dict[UUID, TrackedApplication] = database.table(APPLICATIONS)
        self._steps: dict[tuple[UUID, int], Step] = database.table(STEPS)
        self._arrivals: dict[UUID, ArrivedJobs] = database.table(ARRIVALS)
        self._progress: dict[bool, datetime] = database.table(PROGRESS)

    async def tally(self, user_id: UUID, lately: datetime) -> Tally:
        mine = self._standing(user_id)
        return Tally(
            by_status=Counter(state.status for _, state in mine),
            active=Counter(state.status for _, state in mine if not state.archived),
            sent=sum(state.applied_at is not None for _, state in mine),
            responses=sum(application.first_response_at is not None for application, _ in mine),
            interviews=sum(application.interview for application, _ in mine),
            offers=sum(application.offer for application, _ in mine),
            added_lately=sum(a.created_at is not None and a.created_at >= lately for a, _ in mine),
            sent_lately=sum(state.applied_at is not None and state.applied_at >= lately for _, state in mine),
        )

    async def waiting(self, user_id: UUID, stale_since: datetime, limit: int) -> Sequence[Waiting]:
        reasons: dict[Reason, Callable[[TrackedApplication, State], bool]] = {
            Reason.STALE: lambda _, state: state.status in CAN_BE_STALE and state.since <= stale_since,
            Reason.OFFER_PENDING: lambda _, state: state.status is ApplicationStatus.OFFER,
            Reason.OPENING_CLOSED: lambda a, state: state.status not in ENDS and a.opening_open is False,
        }
        mine = sorted(self._standing(user_id), key=lambda one: (one[1].since, one[0].id))
        waiting: list[Waiting] = []
        for reason in sorted(reasons):
            found = [(a, state) for a, state in mine if not state.archived and reasons[reason](a, state)]
            waiting += [Waiting(reason, len(found), a.id, state.status, state.since) for a, state in found[:limit]]
        return waiting

    async def latest_steps(self, user_id: UUID, limit: int) -> Sequence[StepRecord]:
        mine = [step for step in self._steps.values() if step.user_id == user_id]
        mine.sort(key=lambda step: (step.at, step.application_id, step.version), reverse=True)
        return [_step_record(step) for step in mine[:limit]]

    async def news(self, last_day: datetime, last_week: datetime) -> News:
        week = [one for one in self._arrivals.values() if one.at >= last_week]
        day = sum(one.new for one in week if one.at >= last_day)
        return News(day, sum(one.new for one in week), self._progress.get(True))

    async def applications(self, user_id: UUID, after: UUID | None, limit: int) -> Sequence[ApplicationRecord]:
        mine = sorted(self._standing(user_id), key=lambda one: one[0].id)
        return [_record(a, state) for a, state in mine if after is None or a.id > after][:limit]

    async def steps(self, user_id: UUID, after: tuple[UUID, int] | None, limit: int) -> Sequence[StepRecord]:
        mine = sorted(key for key, step in self._steps.items() if step.user_id == user_id)
        return [_step_record(self._steps[key]) for key in mine if after is None or key > after][:limit]

    def _standing(self, user_id: UUID) -> list[Standing]:
        mine = (row for row in self._applications.values() if row.user_id == user_id)
        return [(row, row.state) for row in mine if row.state is not None]


def _record(application: TrackedApplication, state: State) -> ApplicationRecord:
    return ApplicationRecord(
        application_id=application.id,
        job_id=application.job_id,
        status=state.status,
        since=state.since,
        applied_at=state.applied_at,
        created_at=application.created_at,
        archived=state.archived,
        first_response_at=application.first_response_at,
        interview=application.interview,
        offer=application.offer,
        opening_open=application.opening_open,
    )


def _step_record(step: Step) -> StepRecord:
    return StepRecord(
        application_id=step.application_id,
        version=step.version,
        kind=step.kind,
        status=step.to_status,
        previous_status=step.from_status,
        at=step.at,
    )
