"""The live feed: a person's notifications in the order they were made, from a known place on.

Notifications of one person have positions that are committed in order, so whoever has read up to a position
has missed nothing before it. A signal on the topic LIVE (payload: the user's id) says that there is more.
"""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from careercopilot.modules.messaging.api.models import FeedBatch, FeedPlace, FeedStart

BEGINNING = UUID(int=0)
"""The ``last_event_id`` of somebody who has not had any notification yet."""


class StartFeed(Protocol):
    """Find out where a live feed begins."""

    async def __call__(self, user_id: UUID, last_event_id: UUID | None) -> FeedStart:
        """Return the place after the notification that was seen last.

        Without one the feed begins now. A deleted or foreign notification tells nothing about the place: then
        the feed begins before the oldest unread notification of the last 24 hours, so that some may come a
        second time (with the same id) but nothing recent and unread is missed.
        """
        ...


class ReadNotificationsAfter(Protocol):
    """Go on reading live feeds, many at once: a crowd that is woken together asks together."""

    async def __call__(self, places: Sequence[FeedPlace], limit: int) -> Sequence[FeedBatch]:
        """Return for each place what follows it, at most ``limit`` notifications; none when there is nothing new."""
        ...
