"""Boards, for writing: part of the scope's unit of work."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.jobs.domain.board import Board


class BoardRepository(Protocol):
    """Keeps boards, each with the lease of the run that reads it.

    A lease belongs to a run by its id. Everything a run writes goes through ``hold`` or ``settle`` in the same
    transaction, so that a run which lost its lease writes nothing.
    """

    async def follow(self, board: Board) -> tuple[Board, bool]:
        """Store the board, or follow the one of this source and name again, its company name set if one is given.

        Return it as it is now, and whether it was not followed before. One that is followed again is due at once.
        """
        ...

    async def add_missing(self, boards: Sequence[Board]) -> int:
        """Store those boards whose source and name were never seen here; return how many."""
        ...

    async def unfollow(self, board_id: UUID) -> bool:
        """Follow it no more; return whether it was followed."""
        ...

    async def make_due(self, now: datetime, source: str | None, name: str | None) -> Sequence[Board]:
        """Make followed boards (of a source; one of it) due; return them, sorted by source and name."""
        ...

    async def find(self, source: str, name: str) -> Board | None:
        """Return the board, followed or not."""
        ...

    async def take(
        self, source: str, name: str, run_id: UUID, now: datetime, until: datetime, *, only_due: bool
    ) -> Board | None:
        """Lease the board to the run when it is free, or its lease ran out; return None when it is not.

        ``only_due`` takes only a followed board whose time has come.
        """
        ...

    async def hold(self, board_id: UUID, run_id: UUID) -> None:
        """Make sure until the end of the transaction that the run has the lease. Raises LeaseLost."""
        ...

    async def settle(self, board: Board, run_id: UUID) -> None:
        """Store what the run learnt of the board and free it. Raises LeaseLost."""
        ...

    async def settle_lost(self, board: Board, run_id: UUID) -> None:
        """Store what is to become of a board whose run is lost, and free it unless another run has it by now."""
        ...

    async def delete(self, board_id: UUID) -> None:
        """Delete the board with its runs and postings."""
        ...


class LeaseLost(Exception):
    """The run does not have the board any more: it was thought dead, and swept or replaced."""
