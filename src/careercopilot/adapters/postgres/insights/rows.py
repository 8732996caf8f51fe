"""The read model's objects as rows."""

from typing import Any

from sqlalchemy import Row

from careercopilot.modules.insights.api.models import ApplicationRecord, ApplicationStatus, StepKind, StepRecord
from careercopilot.modules.insights.domain.tracked_application import State, TrackedApplication


def row_of(application: TrackedApplication) -> dict[str, Any]:
    """Return the columns of an application; those of its state are empty for a deleted one."""
    state = application.state
    return {
        "id": application.id,
        "user_id": application.user_id,
        "job_id": application.job_id,
        "version": application.version,
        "status": state and state.status,
        "since": state and state.since,
        "applied_at": state and state.applied_at,
        "archived": state and state.archived,
        "created_at": application.created_at,
        "first_response_at": application.first_response_at,
        "interview": application.interview,
        "offer": application.offer,
        "opening_open": application.opening_open,
        "deleted": application.deleted,
    }


def application_of(row: Row[Any]) -> TrackedApplication:
    """Return the application that a row holds."""
    return TrackedApplication(
        id=row.id,
        user_id=row.user_id,
        job_id=row.job_id,
        version=row.version,
        state=None if row.deleted else _state_of(row),
        created_at=row.created_at,
        first_response_at=row.first_response_at,
        interview=row.interview,
        offer=row.offer,
        opening_open=row.opening_open,
        deleted=row.deleted,
    )


def application_record(row: Row[Any]) -> ApplicationRecord:
    """Return what a row says of an application that is not deleted."""
    return ApplicationRecord(
        application_id=row.id,
        job_id=row.job_id,
        status=ApplicationStatus(row.status),
        since=row.since,
        applied_at=row.applied_at,
        created_at=row.created_at,
        archived=row.archived,
        first_response_at=row.first_response_at,
        interview=row.interview,
        offer=row.offer,
        opening_open=row.opening_open,
    )


def step_record(row: Row[Any]) -> StepRecord:
    """Return what a row says of a step."""
    return StepRecord(
        application_id=row.application_id,
        version=row.version,
        kind=StepKind(row.kind),
        status=ApplicationStatus(row.to_status),
        previous_status=None if row.from_status is None else ApplicationStatus(row.from_status),
        at=row.at,
    )


def _state_of(row: Row[Any]) -> State:
    return State(
        version=row.version,
        status=ApplicationStatus(row.status),
        since=row.since,
        applied_at=row.applied_at,
        archived=row.archived,
    )
