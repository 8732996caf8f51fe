"""Gathering what messaging holds about a person."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.modules.messaging.ports.personal_views import PersonalViews
from careercopilot.modules.messaging.ports.preferences import PreferencesViews


class CollectPersonalRecordsHandler:
    """Reads what the person was told, and what they chose."""

    def __init__(self, views: PersonalViews, preferences: PreferencesViews) -> None:
        self._views = views
        self._preferences = preferences

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        chosen = await self._preferences.find(user_id)
        return {
            "notifications": await self._views.notifications(user_id),
            "notification-preferences": [] if chosen is None else [chosen.view()],
            "email-deliveries": await self._views.deliveries(user_id),
            "socket-tickets": await self._views.tickets(user_id),
            "announcements": await self._views.announcements(user_id),
        }
