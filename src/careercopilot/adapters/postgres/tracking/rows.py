"""Applications and timeline entries as rows."""

from typing import Any

import msgspec
from sqlalchemy import Row

from careercopilot.modules.tracking.api.models import (
    ApplicationPriority,
    ApplicationStatus,
    EntryKind,
    SalaryExpectation,
)
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.details import Details
from careercopilot.modules.tracking.domain.timeline import TimelineEntry


def row_of(application: Application) -> dict[str, Any]:
    """Return the columns of an application."""
    return vars(application.details) | {
        "id": application.id,
        "user_id": application.user_id,
        "job_id": application.job_id,
        "tags": list(application.details.tags),
        "status": application.status,
        "applied_at": application.applied_at,
        "last_step_at": application.last_step_at,
        "reopens_to": application.reopens_to,
        "version": application.version,
        "created_at": application.created_at,
        "updated_at": application.updated_at,
    }


def application_of(row: Row[Any]) -> Application:
    """Return the application that a row holds."""
    return Application(
        id=row.id,
        user_id=row.user_id,
        job_id=row.job_id,
        details=_details_of(row),
        status=ApplicationStatus(row.status),
        applied_at=row.applied_at,
        last_step_at=row.last_step_at,
        reopens_to=None if row.reopens_to is None else ApplicationStatus(row.reopens_to),
        version=row.version,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def entry_row_of(entry: TimelineEntry) -> dict[str, Any]:
    """Return the columns of a timeline entry."""
    return dict(vars(entry))


def entry_of(row: Row[Any]) -> TimelineEntry:
    """Return the timeline entry that a row holds."""
    return TimelineEntry(
        id=row.id,
        application_id=row.application_id,
        version=row.version,
        kind=EntryKind(row.kind),
        at=row.at,
        recorded_at=row.recorded_at,
        from_status=None if row.from_status is None else ApplicationStatus(row.from_status),
        to_status=None if row.to_status is None else ApplicationStatus(row.to_status),
        note=row.note,
        data=row.data,
    )


def _details_of(row: Row[Any]) -> Details:
    return Details(
        title=row.title,
        company=row.company,
        url=row.url,
        stage_label=row.stage_label,
        priority=ApplicationPriority(row.priority),
        source=row.source,
        next_action_at=row.next_action_at,
        salary_expectation=msgspec.convert(row.salary_expectation, SalaryExpectation | None),
        resume_version_id=row.resume_version_id,
        cover_letter_id=row.cover_letter_id,
        notes=row.notes,
        tags=tuple(row.tags),
        archived=row.archived,
    )
