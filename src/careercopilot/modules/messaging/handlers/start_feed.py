"""Finding out where a live feed begins."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.paging import COUNT_CAP
from careercopilot.modules.messaging.api.models import FeedStart
from careercopilot.modules.messaging.api.use_cases.feed import BEGINNING
from careercopilot.modules.messaging.domain.replay import RECENT, start_position
from careercopilot.modules.messaging.ports.notification_views import NotificationViews


class StartFeedHandler:
    """Looks the landmarks up and lets the domain choose."""

    def __init__(self, notifications: NotificationViews, clock: Clock) -> None:
        self._notifications = notifications
        self._clock = clock

    async def __call__(self, user_id: UUID, last_event_id: UUID | None) -> FeedStart:
        landmarks = await self._notifications.landmarks(user_id, last_event_id, self._clock.now() - RECENT)
        position = start_position(landmarks, last_event_id)
        at = await self._notifications.newest_id_up_to(user_id, position)
        unread = await self._notifications.count_unread(user_id, COUNT_CAP)
        return FeedStart(position, at or BEGINNING, unread)
