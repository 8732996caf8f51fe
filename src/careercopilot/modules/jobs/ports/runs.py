"""The run ledger, for writing: part of the scope's unit of work."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.run import SourceRun


class RunRepository(Protocol):
    """Keeps runs."""

    async def add(self, run: SourceRun) -> None:
        """Store a run that begins."""
        ...

    async def save(self, run: SourceRun) -> None:
        """Store how far it has come, or how it ended. What has ended is never changed."""
        ...

    async def lost(self, now: datetime) -> Sequence[tuple[SourceRun, Board]]:
        """Return runs that should be running and have no lease that is good at ``now``, each with its board.

        They are locked until the end of the transaction; those that another transaction has locked are left out.
        """
        ...
