"""Going through the runs that found new jobs."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.openings import RunArrivals
from careercopilot.modules.jobs.ports.openings import Openings

_MOST = 500


class ReadArrivalsHandler:
    """Reads the ledger, a bounded page at a time."""

    def __init__(self, openings: Openings) -> None:
        self._openings = openings

    async def __call__(
        self,
        since: datetime,
        board_ids: Collection[UUID] | None = None,
        after: RunArrivals | None = None,
        limit: int = _MOST,
    ) -> Sequence[RunArrivals]:
        if board_ids is not None and len(board_ids) > _MOST:
            raise InvalidInput("board_ids", f"takes at most {_MOST} ids")
        if not 1 <= limit <= _MOST:
            raise InvalidInput("limit", f"must be between 1 and {_MOST}")
        return await self._openings.arrivals(since, board_ids, after, limit)
