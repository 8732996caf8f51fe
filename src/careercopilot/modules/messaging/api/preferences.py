"""What a person wants to be told, by which way, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from careercopilot.modules.messaging.api.models import NotificationType


class Channel(StrEnum):
    """A way by which a person is told."""

    IN_APP = "in_app"
    EMAIL = "email"
    WEBHOOK = "webhook"


class Digest(StrEnum):
    """How often e-mails come together as one, at 08:00 in the person's time zone; weekly ones on Mondays."""

    NONE = "none"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True)
class ChannelsView:
    """By which ways one type of notification is told."""

    in_app: bool
    email: bool
    webhook: bool


@dataclass(frozen=True)
class QuietHours:
    """When no e-mail is sent, unless it is urgent: from ``start`` to ``end`` (HH:MM) on the clocks of ``timezone``."""

    start: str
    end: str
    timezone: str


@dataclass(frozen=True)
class PreferencesView:
    """What holds for a person: what was chosen, and the defaults of what was not; version 0 chose nothing yet."""

    preferences: Mapping[NotificationType, ChannelsView]
    quiet_hours: QuietHours | None
    digest: Digest
    version: int
    updated_at: datetime | None


@dataclass(frozen=True)
class PreferencesChoice:
    """What a person chooses; types and channels that are left out take their defaults."""

    channels: Mapping[NotificationType, Mapping[Channel, bool]]
    quiet_hours: QuietHours | None
    digest: Digest
