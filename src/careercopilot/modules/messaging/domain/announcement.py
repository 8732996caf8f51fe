"""Announcements: something told to everybody, a batch of people at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.announcements import NewAnnouncement
from careercopilot.modules.messaging.api.models import NotificationType, Priority
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.domain.words import one_line

AT_ONCE = 1000
_LONGEST_TITLE = 300
_LONGEST_BODY = 5000
_LONGEST_URL = 2000


@dataclass
class Announcement:
    """Told to everybody registered when it was made; ``told_up_to`` is the last of them, by id, who knows."""

    id: UUID
    author_id: UUID | None
    priority: Priority
    title: str
    body: str
    action_url: str | None
    created_at: datetime
    told_up_to: UUID | None = None
    told_at: datetime | None = None

    @classmethod
    def make(cls, author_id: UUID, words: NewAnnouncement, now: datetime) -> Self:
        """Check the words. Raises InvalidInput."""
        return cls(
            id=new_id(),
            author_id=author_id,
            priority=words.priority,
            title=_title(words.title),
            body=_body(words.body),
            action_url=None if words.action_url is None else _action_url(words.action_url),
            created_at=now,
        )

    def told(self, user_ids: Sequence[UUID], now: datetime) -> None:
        """Note who was told last; a batch that is not full was the last one."""
        if user_ids:
            self.told_up_to = user_ids[-1]
        if len(user_ids) < AT_ONCE:
            self.told_at = now

    def notice_for(self, user_id: UUID) -> Notification:
        """Return what one person is told."""
        return Notification(
            id=new_id(),
            user_id=user_id,
            type=NotificationType.ANNOUNCEMENT,
            priority=self.priority,
            title=self.title,
            body=self.body,
            data={"announcement_id": str(self.id)},
            action_url=self.action_url,
            created_at=self.created_at,
            source_event_id=self.id,
        )


def _title(text: str) -> str:
    title = one_line(text, len(text))
    if not title or len(title) > _LONGEST_TITLE:
        raise InvalidInput("title", f"must be 1 to {_LONGEST_TITLE} characters on one line")
    return title


def _body(text: str) -> str:
    body = text.strip()
    if not body or len(body) > _LONGEST_BODY:
        raise InvalidInput("body", f"must be 1 to {_LONGEST_BODY} characters")
    return body


def _action_url(url: str) -> str:
    """Take a path of this installation or an address on the web: whoever follows it must not run anything."""
    fits = len(url) <= _LONGEST_URL and url.isprintable() and not any(c in url for c in ' \\"<>')
    if fits and url.startswith("/") and not url.startswith("//"):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        fits = False
    if not fits or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InvalidInput("action_url", "must be a path such as /jobs, or an http or https address")
    return url
