"""The run ledger for reading, in memory."""

from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import SOURCE_RUNS
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.source_runs import SourceRunFilter
from careercopilot.modules.jobs.domain.run import SourceRun
from careercopilot.modules.jobs.domain.run_cursor import read_cursor, write_cursor


class MemoryRunViews:
    """Sees what is committed."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._runs: dict[UUID, SourceRun] = database.table(SOURCE_RUNS)

    async def find(self, run_id: UUID) -> SourceRunView | None:
        run = self._runs.get(run_id)
        return None if run is None else run.view()

    async def page(self, wanted: SourceRunFilter, request: PageRequest) -> Page[SourceRunView]:
        found = sorted((r for r in self._runs.values() if _fits(r, wanted)), key=_order, reverse=True)
        total = len(found)
        if request.cursor is None:
            found = found[request.offset :]
        else:
            after = read_cursor(request.cursor)
            found = [run for run in found if _order(run) < after]
        views = tuple(run.view() for run in found[: request.limit])
        more = write_cursor(views[-1]) if len(found) > request.limit else None
        return Page(views, request, *capped(total), more)


def _order(run: SourceRun) -> tuple[datetime, UUID]:
    return run.started_at, run.id


def _fits(run: SourceRun, wanted: SourceRunFilter) -> bool:
    return (
        wanted.source in {None, run.source}
        and wanted.board in {None, run.board}
        and (not wanted.statuses or run.status in wanted.statuses)
    )
