"""A run while it goes on."""

from dataclasses import dataclass, replace

from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.run import SourceRun
from careercopilot.modules.jobs.domain.sightings import Sightings


@dataclass
class OpenRun:
    """The ledger's line, the board it holds, and what has been seen of it so far."""

    run: SourceRun
    board: Board
    sightings: Sightings
    etag: str | None = None
    last_modified: str | None = None

    def drafted(self) -> "OpenRun":
        """Return a copy to end, so that an ending that cannot be stored has not happened."""
        return replace(self, run=replace(self.run), board=replace(self.board))

    def become(self, ended: "OpenRun") -> None:
        """Take over an ending that was stored."""
        self.run, self.board = ended.run, ended.board
