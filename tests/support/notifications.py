"""Facts that become notifications, and notifications themselves."""

from datetime import UTC, datetime
from uuid import UUID

from dishka import AsyncContainer

from careercopilot.kernel.events import Envelope
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.handlers.notify_application_submitted import NotifyApplicationSubmitted
from careercopilot.modules.tracking.api.events import ApplicationSubmitted
from tests.support.clock import START


def a_submission(user_id: UUID, company: str = "Example Works", job_id: UUID | None = None) -> ApplicationSubmitted:
    return ApplicationSubmitted(
        aggregate_id=new_id(),
        aggregate_version=1,
        user_id=user_id,
        job_id=job_id,
        title="Data Engineer",
        company=company,
        applied_at=datetime(2026, 3, 1, tzinfo=UTC),
    )


def told(event: ApplicationSubmitted, event_id: UUID | None = None) -> Envelope[ApplicationSubmitted]:
    return Envelope(event_id or new_id(), START, event)


async def deliver(container: AsyncContainer, *envelopes: Envelope[ApplicationSubmitted]) -> None:
    """Hand a batch to the subscriber as the relay does, in one transaction."""
    async with container() as scope:
        subscriber = await scope.get(NotifyApplicationSubmitted)
        async with await scope.get(UnitOfWork) as uow:
            await subscriber(envelopes)
            await uow.commit()


async def submit(container: AsyncContainer, user_id: UUID, *companies: str) -> None:
    """Let a person apply to these companies, one after the other."""
    for company in companies:
        await deliver(container, told(a_submission(user_id, company)))


def a_notification(
    user_id: UUID,
    *,
    title: str = "Application recorded",
    created_at: datetime = START,
    priority: Priority = Priority.LOW,
    source_event_id: UUID | None = None,
    read_at: datetime | None = None,
) -> Notification:
    return Notification(
        id=new_id(),
        user_id=user_id,
        type=NotificationType.APPLICATION_SUBMITTED,
        priority=priority,
        title=title,
        body="Data Engineer, applied on 2026-03-01.",
        data={"application_id": str(new_id()), "job_id": None},
        action_url="/applications/1",
        created_at=created_at,
        source_event_id=source_event_id,
        read_at=read_at,
    )
