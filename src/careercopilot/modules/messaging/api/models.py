"""What messaging gives out: frozen values, in the shapes of the public contract."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class NotificationType(StrEnum):
    """What a notification is about."""

    APPLICATION_SUBMITTED = "application_submitted"
    SAVED_SEARCH_MATCHED = "saved_search_matched"
    ANNOUNCEMENT = "announcement"


class Priority(StrEnum):
    """How soon a person wants to know."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True)
class NotificationView:
    """A notification as its owner sees it; ``data`` holds what a program needs to act on it."""

    id: UUID
    type: NotificationType
    priority: Priority
    title: str
    body: str
    data: Mapping[str, object]
    action_url: str | None
    read_at: datetime | None
    created_at: datetime


@dataclass(frozen=True)
class NotificationFilter:
    """Which notifications a list holds; what is None does not matter."""

    read: bool | None = None
    type: NotificationType | None = None
    priority: Priority | None = None


class NotificationOrder(StrEnum):
    """How a list of notifications is sorted."""

    NEWEST_FIRST = "-created_at"
    OLDEST_FIRST = "created_at"


@dataclass(frozen=True)
class UnreadCount:
    """Unread notifications, counted up to 10,000."""

    unread: int


@dataclass(frozen=True)
class MarkedRead:
    """How many notifications became read."""

    updated: int


@dataclass(frozen=True)
class FeedStart:
    """Where a live feed begins: after ``position``, which is after the notification ``last_event_id``."""

    position: int
    last_event_id: UUID
    unread: int


@dataclass(frozen=True)
class FeedPlace:
    """How far somebody has read their feed."""

    user_id: UUID
    position: int


@dataclass(frozen=True)
class FeedBatch:
    """Notifications in the order they were made, and the ``position`` to go on from."""

    items: tuple[NotificationView, ...]
    position: int


@dataclass(frozen=True)
class SocketTicket:
    """A secret that opens one live channel, once, within ``expires_in`` seconds."""

    ticket: str
    expires_in: int


@dataclass(frozen=True)
class TicketHolder:
    """Whom a ticket was made for, and in which session."""

    user_id: UUID
    session_id: UUID | None
