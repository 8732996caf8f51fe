"""What people are told, in words: one function for each fact that becomes a notification."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.domain.words import one_line

MOST_NAMED = 5
_LONGEST_NAME = 100


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


def saved_search_matched(
    *,
    user_id: UUID,
    event_id: UUID,
    saved_search_id: UUID,
    name: str,
    jobs: Sequence[tuple[str, str]],
    job_ids: Sequence[UUID],
    total: int,
    now: datetime,
) -> Notification:
    """Tell that jobs arrived which a saved search finds; ``jobs`` are titles and companies of the newest."""
    lines = [f"• {one_line(f'{title}, {company}' if company else title)}" for title, company in jobs[:MOST_NAMED]]
    if total > len(lines):
        lines.append(f"and {total - len(lines):,} more" if lines else "Open the search to see them.")
    return Notification(
        id=new_id(),
        user_id=user_id,
        type=NotificationType.SAVED_SEARCH_MATCHED,
        priority=Priority.MEDIUM,
        title=f"{total:,} new {'job' if total == 1 else 'jobs'} for “{one_line(name, _LONGEST_NAME)}”",
        body="\n".join(lines),
        data={"saved_search_id": str(saved_search_id), "job_ids": [str(i) for i in job_ids], "total": total},
        action_url=f"/saved-searches/{saved_search_id}",
        created_at=now,
        source_event_id=event_id,
    )
