"""Gathering what insights holds about a person."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.modules.insights.api.models import ApplicationRecord, StepRecord
from careercopilot.modules.insights.ports.insight_views import InsightViews

_AT_ONCE = 500


class CollectPersonalRecordsHandler:
    """Pages through all of it."""

    def __init__(self, insights: InsightViews) -> None:
        self._insights = insights

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        """Return the records by kind."""
        return {"applications": await self._applications(user_id), "steps": await self._steps(user_id)}

    async def _applications(self, user_id: UUID) -> Sequence[ApplicationRecord]:
        found = list(await self._insights.applications(user_id, None, _AT_ONCE))
        more = len(found) == _AT_ONCE
        while more:
            page = await self._insights.applications(user_id, found[-1].application_id, _AT_ONCE)
            found += page
            more = len(page) == _AT_ONCE
        return found

    async def _steps(self, user_id: UUID) -> Sequence[StepRecord]:
        found = list(await self._insights.steps(user_id, None, _AT_ONCE))
        more = len(found) == _AT_ONCE
        while more:
            last = found[-1]
            page = await self._insights.steps(user_id, (last.application_id, last.version), _AT_ONCE)
            found += page
            more = len(page) == _AT_ONCE
        return found
