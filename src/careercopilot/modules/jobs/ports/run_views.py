"""The run ledger, for reading."""

from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.models import SourceRunView
from careercopilot.modules.jobs.api.use_cases.source_runs import SourceRunFilter


class RunViews(Protocol):
    """Reads runs as they are stored now."""

    async def find(self, run_id: UUID) -> SourceRunView | None:
        """Return one run."""
        ...

    async def page(self, wanted: SourceRunFilter, request: PageRequest) -> Page[SourceRunView]:
        """Return a page, the newest first. Raises InvalidInput for a broken cursor."""
        ...
