"""Reading a page of the ledger."""

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.source_runs import SourceRunFilter
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.run_views import RunViews


class ListSourceRunsHandler:
    """Refuses sources that nobody knows, rather than find nothing."""

    def __init__(self, views: RunViews, readers: BoardReaders) -> None:
        self._views = views
        self._readers = readers

    async def __call__(self, wanted: SourceRunFilter, request: PageRequest) -> Page[SourceRunView]:
        if wanted.source is not None:
            self._readers.get(wanted.source)
        return await self._views.page(wanted, request)
