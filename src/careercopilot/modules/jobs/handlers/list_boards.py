"""Reading lists of followed boards."""

from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.boards import BoardName, JobBoardView
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.board_views import BoardViews


class ListBoardsHandler:
    """A page of them, with what is known of each."""

    def __init__(self, views: BoardViews, readers: BoardReaders) -> None:
        self._views = views
        self._readers = readers

    async def __call__(
        self, request: PageRequest, *, source: str | None = None, board: str | None = None
    ) -> Page[JobBoardView]:
        if source is not None:
            self._readers.get(source)
        return await self._views.page(request, source, board)


class NameBoardsHandler:
    """All of them, by name."""

    def __init__(self, views: BoardViews, readers: BoardReaders) -> None:
        self._views = views
        self._readers = readers

    async def __call__(self, source: str | None = None) -> Sequence[BoardName]:
        if source is not None:
            self._readers.get(source)
        return await self._views.names(source)


class ListDueBoardsHandler:
    """Those whose time has come, of sources that can be read."""

    def __init__(self, views: BoardViews, readers: BoardReaders, clock: Clock) -> None:
        self._views = views
        self._readers = readers
        self._clock = clock

    async def __call__(self, limit: int = 100) -> Sequence[BoardName]:
        return await self._views.due(self._clock.now(), self._readers.names, limit)
