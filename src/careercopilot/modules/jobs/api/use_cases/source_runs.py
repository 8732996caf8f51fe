"""The run ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.boards import BoardName
from careercopilot.modules.jobs.api.models import RunStatus, SourceRunView


@dataclass(frozen=True, kw_only=True)
class SourceRunFilter:
    """Which runs: every filter given must hold; of several statuses any."""

    source: str | None = None
    board: str | None = None
    statuses: tuple[RunStatus, ...] = ()


class ListSourceRuns(Protocol):
    """Read a page of the ledger."""

    async def __call__(self, wanted: SourceRunFilter, request: PageRequest) -> Page[SourceRunView]:
        """Return the page, the newest first. Raises UnknownSource, InvalidInput for a broken cursor."""
        ...


class ViewSourceRun(Protocol):
    """Look at one run."""

    async def __call__(self, run_id: UUID) -> SourceRunView:
        """Return it. Raises SourceRunNotFound."""
        ...


class RequestRun(Protocol):
    """Have boards read soon."""

    async def __call__(self, source: str | None = None, board: str | None = None) -> Sequence[BoardName]:
        """Make the followed boards (of a source; one of it) due now and wake a worker; return them.

        Raises UnknownSource, BoardNotFound when there is no such board, InvalidInput for a board without source.
        """
        ...
