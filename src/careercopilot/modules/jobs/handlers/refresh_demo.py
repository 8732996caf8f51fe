"""Bringing the built-in feed up to date."""

from datetime import timedelta

from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.ingestion import IngestBoard
from careercopilot.modules.jobs.domain.first_sight import DEMO_BOARD, DEMO_SOURCE

_WAIT = timedelta(seconds=60)


class RefreshDemoHandler:
    """The demo is a board like any other."""

    def __init__(self, follow: FollowBoard, ingest: IngestBoard) -> None:
        self._follow = follow
        self._ingest = ingest

    async def __call__(self) -> SourceRunView:
        await self._follow(DEMO_SOURCE, DEMO_BOARD, soon=False)
        return await self._ingest(DEMO_SOURCE, DEMO_BOARD, wait=_WAIT)
