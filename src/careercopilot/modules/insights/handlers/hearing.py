"""What tracking tells and shows, in the words of the read model. Both ways to know of a version say the same."""

from datetime import datetime

from careercopilot.kernel.events import Envelope
from careercopilot.modules.insights.api.models import StepKind
from careercopilot.modules.insights.domain.tracked_application import State, Step, TrackedApplication
from careercopilot.modules.tracking.api.events import (
    ApplicationCreated,
    ApplicationDeleted,
    ApplicationEdited,
    ApplicationMoved,
)
from careercopilot.modules.tracking.api.histories import ApplicationHistory

_Standing = ApplicationCreated | ApplicationMoved | ApplicationEdited
Told = _Standing | ApplicationDeleted


def hear(application: TrackedApplication, envelope: Envelope[Told]) -> list[Step]:
    """Let the application hear an event; return its step, if it is one."""
    event, told_at = envelope.event, envelope.occurred_at
    if isinstance(event, ApplicationDeleted):
        application.delete(event.aggregate_version)
        return []
    application.hear_state(_state(event, told_at), event.job_id)
    if isinstance(event, ApplicationEdited):
        return []
    if isinstance(event, ApplicationCreated):
        application.hear_creation(event.created_at or told_at)
        step = _beginning(event, told_at)
    else:
        step = _step(event)
    application.hear_step(step)
    return [step]


def recall(history: ApplicationHistory) -> tuple[TrackedApplication, list[Step]]:
    """Return the application as hearing all its events would leave it, and its steps."""
    application = TrackedApplication(id=history.id, user_id=history.user_id)
    state = State(
        version=history.version,
        status=history.status,
        since=history.since,
        applied_at=history.applied_at,
        archived=history.archived,
    )
    application.hear_state(state, history.job_id)
    application.hear_creation(history.created_at)
    steps = [
        Step(
            application_id=history.id,
            user_id=history.user_id,
            version=step.version,
            kind=StepKind(step.kind),
            from_status=step.from_status,
            to_status=step.to_status,
            at=step.at,
        )
        for step in history.steps
    ]
    for step in steps:
        application.hear_step(step)
    return application, steps


def _state(event: _Standing, told_at: datetime) -> State:
    if isinstance(event, ApplicationMoved):
        status, since = event.to_status, event.at
    else:
        status, since = event.status, event.since or told_at
    return State(
        version=event.aggregate_version,
        status=status,
        since=since,
        applied_at=event.applied_at,
        archived=event.archived,
    )


def _beginning(event: ApplicationCreated, told_at: datetime) -> Step:
    return Step(
        application_id=event.aggregate_id,
        user_id=event.user_id,
        version=event.aggregate_version,
        kind=StepKind.CREATED,
        from_status=None,
        to_status=event.status,
        at=event.since or told_at,
    )


def _step(event: ApplicationMoved) -> Step:
    return Step(
        application_id=event.aggregate_id,
        user_id=event.user_id,
        version=event.aggregate_version,
        kind=StepKind.REOPENED if event.reopened else StepKind.MOVED,
        from_status=event.from_status,
        to_status=event.to_status,
        at=event.at,
    )
