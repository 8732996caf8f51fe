"""Preferences: what a person wants to be told by which channel, and when e-mails may come."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput, PreconditionFailed
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.api.preferences import (
    Channel,
    ChannelsView,
    Digest,
    PreferencesChoice,
    PreferencesView,
    QuietHours,
)
from careercopilot.modules.messaging.domain.zones import is_zone, next_moment, zone

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
_DIGESTS_COME_AT = time(8)
_MONDAY = 0
_BY_EMAIL_UNASKED = frozenset({NotificationType.SAVED_SEARCH_MATCHED})

Channels = Mapping[NotificationType, Mapping[Channel, bool]]


@dataclass
class Preferences:
    """One person's. ``version`` grows with every choice; 0 is that of who never chose."""

    user_id: UUID
    channels: Channels = field(default_factory=dict)
    quiet_hours: QuietHours | None = None
    digest: Digest = Digest.NONE
    version: int = 0
    updated_at: datetime | None = None

    def replace(self, choice: PreferencesChoice, now: datetime, expected_version: int | None) -> None:
        """Choose anew. Raises InvalidInput or PreconditionFailed."""
        if expected_version is not None and expected_version != self.version:
            raise PreconditionFailed
        self.channels = {kind: _checked(kind, choice.channels.get(kind, {})) for kind in NotificationType}
        self.quiet_hours = None if choice.quiet_hours is None else _checked_hours(choice.quiet_hours)
        self.digest = choice.digest
        self.version += 1
        self.updated_at = now

    def wants(self, kind: NotificationType, channel: Channel) -> bool:
        """Say whether the person is told of this by that channel."""
        return self.channels.get(kind, {}).get(channel, _default(kind, channel))

    @property
    def unwanted_by_email(self) -> frozenset[NotificationType]:
        """What the person gets no e-mails about."""
        return frozenset(kind for kind in NotificationType if not self.wants(kind, Channel.EMAIL))

    def gathers(self, priority: Priority) -> bool:
        """Say whether an e-mail of this priority waits for the digest."""
        return self.digest is not Digest.NONE and priority is not Priority.URGENT

    def email_due_at(self, priority: Priority, timezone: str, now: datetime) -> datetime:
        """Return when an e-mail may be sent; ``timezone`` is where a person without quiet hours lives."""
        if priority is Priority.URGENT:
            return now
        return self._after_quiet_hours(self._next_digest(timezone, now) if self.gathers(priority) else now)

    def _next_digest(self, timezone: str, now: datetime) -> datetime:
        place = zone(self.quiet_hours.timezone if self.quiet_hours else timezone)
        weekday = _MONDAY if self.digest is Digest.WEEKLY else None
        return next_moment(_DIGESTS_COME_AT, place, now, weekday)

    def _after_quiet_hours(self, moment: datetime) -> datetime:
        if self.quiet_hours is None:
            return moment
        start, end = time.fromisoformat(self.quiet_hours.start), time.fromisoformat(self.quiet_hours.end)
        place = zone(self.quiet_hours.timezone)
        clock = moment.astimezone(place).time().replace(fold=0)
        quiet = start <= clock < end if start < end else clock >= start or clock < end
        return next_moment(end, place, moment) if quiet else moment

    def view(self) -> PreferencesView:
        """Return what holds, defaults included."""
        return PreferencesView(
            preferences={kind: self._channels_of(kind) for kind in NotificationType},
            quiet_hours=self.quiet_hours,
            digest=self.digest,
            version=self.version,
            updated_at=self.updated_at,
        )

    def _channels_of(self, kind: NotificationType) -> ChannelsView:
        return ChannelsView(**{channel.value: self.wants(kind, channel) for channel in Channel})


def _default(kind: NotificationType, channel: Channel) -> bool:
    """Everything is told in the app; by e-mail only what a person has asked to hear of."""
    return channel is Channel.IN_APP or (channel is Channel.EMAIL and kind in _BY_EMAIL_UNASKED)


def _checked(kind: NotificationType, chosen: Mapping[Channel, bool]) -> Mapping[Channel, bool]:
    if chosen.get(Channel.WEBHOOK):
        raise InvalidInput(f"preferences.{kind}.webhook", "there are no webhooks yet: leave it out or false")
    return {channel: chosen.get(channel, _default(kind, channel)) for channel in Channel}


def _checked_hours(hours: QuietHours) -> QuietHours:
    for name, text in (("start", hours.start), ("end", hours.end)):
        if not _TIME.fullmatch(text):
            raise InvalidInput(f"quiet_hours.{name}", "must be a time of day such as 22:00")
    if hours.start == hours.end:
        raise InvalidInput("quiet_hours.end", "must not be the start")
    if not is_zone(hours.timezone):
        raise InvalidInput("quiet_hours.timezone", "must be a time zone such as Europe/Berlin")
    return hours
