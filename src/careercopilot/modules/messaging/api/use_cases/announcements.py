"""Telling everybody."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.api.announcements import NewAnnouncement
from careercopilot.modules.messaging.api.models import NotificationView


class Announce(Protocol):
    """Tell something to everybody who has an account now."""

    async def __call__(self, author_id: UUID, announcement: NewAnnouncement) -> NotificationView:
        """Return the author's own copy, which there is whatever the author chose. Raises InvalidInput.

        The first three thousand people are told before this returns, the others soon after, whatever crashes.
        """
        ...


class GoOnAnnouncing(Protocol):
    """Tell those who were not told yet."""

    async def __call__(self) -> bool:
        """Tell one batch of people; False when there was nothing to tell, or somebody else is at it."""
        ...
