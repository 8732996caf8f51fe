"""Saying what applications are called."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.tracking.api.histories import ApplicationSummary
from careercopilot.modules.tracking.ports.history_views import HistoryViews

_MOST = 500


class SummariseApplicationsHandler:
    """Answers a whole list with one question."""

    def __init__(self, histories: HistoryViews) -> None:
        self._histories = histories

    async def __call__(self, user_id: UUID, application_ids: Sequence[UUID]) -> Mapping[UUID, ApplicationSummary]:
        if len(application_ids) > _MOST:
            raise InvalidInput("application_ids", f"must be at most {_MOST}")
        return await self._histories.summaries(user_id, application_ids) if application_ids else {}
