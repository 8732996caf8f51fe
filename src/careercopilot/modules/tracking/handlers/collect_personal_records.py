"""Gathering what tracking holds about a person."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.modules.tracking.ports.personal_views import PersonalViews


class CollectPersonalRecordsHandler:
    """Reads the applications and what happened to each."""

    def __init__(self, views: PersonalViews) -> None:
        self._views = views

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        return {
            "applications": await self._views.applications(user_id),
            "timelines": await self._views.timelines(user_id),
        }
