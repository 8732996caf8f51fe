"""What people are told, in words: one function for each fact that becomes a notification."""

from datetime import datetime
from uuid import UUID

from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.domain.notification import Notification


def application_submitted(
    *,
    user_id: UUID,
    event_id: UUID,
    application_id: UUID,
    job_id: UUID | None,
    title: str,
    company: str,
    applied_at: datetime,
    now: datetime,
) -> Notification:
    """Tell that an application was recorded."""
    return Notification(
        id=new_id(),
        user_id=user_id,
        type=NotificationType.APPLICATION_SUBMITTED,
        priority=Priority.LOW,
        title=f"Application to {company} recorded" if company else "Application recorded",
        body=f"{title}, applied on {applied_at:%Y-%m-%d}.",
        data={"application_id": str(application_id), "job_id": None if job_id is None else str(job_id)},
        action_url=f"/applications/{application_id}",
        created_at=now,
        source_event_id=event_id,
    )
