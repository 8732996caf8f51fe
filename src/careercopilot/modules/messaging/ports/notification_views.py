"""Notifications, for reading what is committed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.messaging.api.models import (
    FeedBatch,
    FeedPlace,
    NotificationFilter,
    NotificationOrder,
    NotificationView,
)
from careercopilot.modules.messaging.domain.replay import Landmarks


class NotificationViews(Protocol):
    """What a person sees of the own notifications."""

    async def page(
        self, user_id: UUID, wanted: NotificationFilter, order: NotificationOrder, request: PageRequest
    ) -> Page[NotificationView]:
        """Return a page, sorted by the moment of making and then by id."""
        ...

    async def find(self, user_id: UUID, notification_id: UUID) -> NotificationView | None:
        """Return it, if there is such a one of this person."""
        ...

    async def count_unread(self, user_id: UUID, cap: int) -> int:
        """Count unread ones, and stop at ``cap``."""
        ...

    async def after(self, places: Sequence[FeedPlace], limit: int) -> Sequence[FeedBatch]:
        """Return for each place, in their order, the next ones by position, at most ``limit`` each."""
        ...

    async def landmarks(self, user_id: UUID, seen: UUID | None, recent_since: datetime) -> Landmarks:
        """Return the positions that say where a feed may begin."""
        ...

    async def newest_id_up_to(self, user_id: UUID, position: int) -> UUID | None:
        """Return the id of the last one, of those still there, that is not after the position."""
        ...
