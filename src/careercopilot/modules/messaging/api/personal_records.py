"""What messaging holds about a person, besides what its routes show."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from careercopilot.modules.messaging.api.models import NotificationType


class DeliveryState(StrEnum):
    """What became of an e-mail."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True)
class EmailDeliveryView:
    """Something that is told by e-mail, alone or as a part of a digest."""

    id: UUID
    type: NotificationType
    title: str
    body: str
    digest: bool
    state: DeliveryState
    due_at: datetime
    settled_at: datetime | None
    created_at: datetime


@dataclass(frozen=True)
class SocketTicketRecord:
    """A ticket for the live channel that was not used yet."""

    session_id: UUID | None
    expires_at: datetime


@dataclass(frozen=True)
class AnnouncementRecord:
    """An announcement that the person made."""

    id: UUID
    title: str
    body: str
    created_at: datetime
