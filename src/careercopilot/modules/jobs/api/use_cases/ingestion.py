"""From a board to stored jobs."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, Protocol

from careercopilot.modules.jobs.api.models import SourceRunView

NO_WAIT = timedelta(0)


class IngestBoard(Protocol):
    """Read one board and store what it lists."""

    async def __call__(
        self,
        source: str,
        board: str,
        *,
        full: bool = False,
        wait: timedelta = NO_WAIT,
        only_due: bool = False,
    ) -> SourceRunView:
        """Run the board and return the ledger's line; a board that cannot be read is a line too, not an error.

        ``full`` asks the source unconditionally. One run of a board at a time: another one is waited for up to
        ``wait``, then BoardBusy. ``only_due`` runs only what the schedule asks for (else BoardBusy). Raises
        UnknownSource, BoardNotFound (nobody ever followed it), and RunBroken, which carries the line, after
        something that nobody foresaw.
        """
        ...


class SweepLostRuns(Protocol):
    """Tidy up after workers that died."""

    async def __call__(self) -> int:
        """Record runs without a living worker as lost and make their boards due; return how many there were."""
        ...


class RefreshDemo(Protocol):
    """Bring the built-in feed up to date."""

    async def __call__(self) -> SourceRunView:
        """Follow and run the demo board. Raises UnknownSource when the demo is switched off."""
        ...


class RemoveDemo(Protocol):
    """Take the built-in feed away."""

    async def __call__(self) -> int:
        """Delete the demo board, its postings and their jobs; return how many jobs went."""
        ...


@dataclass(frozen=True)
class FirstSight:
    """Where the first jobs of an installation come from."""

    origin: Literal["kept", "boards", "demo", "nowhere"]
    run: SourceRunView | None = None


class EnsureSomethingToSee(Protocol):
    """Give a new installation something to look at within seconds."""

    async def __call__(self) -> FirstSight:
        """Keep the jobs there are; else rely on the default boards if the first of them answers; else the demo.

        Decides within about five seconds. The demo is only used when it is switched on.
        """
        ...
