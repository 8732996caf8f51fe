"""Applications as they are given out."""

from datetime import datetime
from typing import Any

from careercopilot.modules.tracking.api.models import ApplicationCard, ApplicationView
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.pipeline import TRANSITIONS


def view_of(application: Application, now: datetime) -> ApplicationView:
    """Return the application as it stands at ``now``."""
    return ApplicationView(**_facts(application, now), notes=application.details.notes)


def card_of(application: Application, now: datetime) -> ApplicationCard:
    """Return the application's card for the pipeline."""
    return ApplicationCard(**_facts(application, now))


def _facts(application: Application, now: datetime) -> dict[str, Any]:
    details = {name: value for name, value in vars(application.details).items() if name != "notes"}
    return details | {
        "id": application.id,
        "job_id": application.job_id,
        "status": application.status,
        "applied_at": application.applied_at,
        "version": application.version,
        "created_at": application.created_at,
        "updated_at": application.updated_at,
        "days_in_status": max(0, (now - application.entered_status_at).days),
        "allowed_transitions": TRANSITIONS[application.status],
    }
