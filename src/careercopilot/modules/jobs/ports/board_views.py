"""Boards, for reading."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.boards import BoardName, JobBoardView


class BoardViews(Protocol):
    """Reads followed boards as they are stored now."""

    async def find(self, board_id: UUID) -> JobBoardView | None:
        """Return a followed board."""
        ...

    async def page(self, request: PageRequest, source: str | None, board: str | None) -> Page[JobBoardView]:
        """Return a page, sorted by source and name."""
        ...

    async def names(self, source: str | None) -> Sequence[BoardName]:
        """Return all, or those of a source, sorted by source and name."""
        ...

    async def due(self, now: datetime, sources: Collection[str], limit: int) -> Sequence[BoardName]:
        """Return boards of these sources that are due and free, the longest due first."""
        ...
