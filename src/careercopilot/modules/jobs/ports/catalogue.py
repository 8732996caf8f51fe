"""The catalogue, for writing: jobs, their words, and where they were seen. Part of the scope's unit of work."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry
from careercopilot.modules.jobs.domain.sightings import KnownPosting


class Catalogue(Protocol):
    """Stores what runs find, in bulk."""

    async def known(self, board_id: UUID) -> Mapping[str, KnownPosting]:
        """Return every posting of the board, closed ones too, by the source's identifier."""
        ...

    async def store(self, board: Board, entries: Sequence[CatalogueEntry], now: datetime) -> None:
        """Store postings as seen now, with their jobs, open: added where new, replaced where known."""
        ...

    async def reopen(self, postings: Sequence[KnownPosting], now: datetime) -> None:
        """Open closed postings and their jobs again, with the words they had."""
        ...

    async def confirm(self, posting_ids: Sequence[UUID], now: datetime) -> None:
        """Say that these were seen now."""
        ...

    async def close(
        self, postings: Sequence[KnownPosting], last_confirmed_at: datetime | None, now: datetime
    ) -> Sequence[UUID]:
        """Close postings, last seen when their board last was; return the jobs that no open posting shows now."""
        ...

    async def remove(self, board_id: UUID) -> Sequence[UUID]:
        """Delete the board's postings and the jobs that no other posting shows; return those jobs."""
        ...

    async def is_empty(self) -> bool:
        """Tell whether there is no job at all."""
        ...
