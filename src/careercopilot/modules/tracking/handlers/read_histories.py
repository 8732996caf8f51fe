"""Going through everybody's applications."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.tracking.api.histories import ApplicationHistory
from careercopilot.modules.tracking.ports.history_views import HistoryViews

_MOST = 500


class ReadHistoriesHandler:
    """Reads what is committed, a bounded page at a time."""

    def __init__(self, histories: HistoryViews) -> None:
        self._histories = histories

    async def __call__(self, after: UUID | None, limit: int) -> Sequence[ApplicationHistory]:
        if not 1 <= limit <= _MOST:
            raise InvalidInput("limit", f"must be between 1 and {_MOST}")
        return await self._histories.after(after, limit)
