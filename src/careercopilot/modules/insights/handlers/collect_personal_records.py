"""Gathering what insights holds about a person."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from careercopilot.kernel.slices import read_all
from careercopilot.modules.insights.api.models import ApplicationRecord, StepRecord
from careercopilot.modules.insights.ports.insight_views import InsightViews

_AT_ONCE = 500


class CollectPersonalRecordsHandler:
    """Reads the person's applications and their steps, batch by batch."""

    def __init__(self, insights: InsightViews) -> None:
        self._insights = insights

    async def __call__(self, user_id: UUID) -> Mapping[str, Sequence[object]]:
        return {
            "applications": await read_all(partial(self._applications, user_id)),
            "steps": await read_all(partial(self._steps, user_id)),
        }

    async def _applications(self, user_id: UUID, last: ApplicationRecord | None) -> Sequence[ApplicationRecord]:
        return await self._insights.applications(user_id, last.application_id if last else None, _AT_ONCE)

    async def _steps(self, user_id: UUID, last: StepRecord | None) -> Sequence[StepRecord]:
        return await self._insights.steps(user_id, (last.application_id, last.version) if last else None, _AT_ONCE)
