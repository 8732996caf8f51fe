"""Boards in memory, to be read like real ones."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from careercopilot.modules.jobs.ports.board_reader import (
    BoardError,
    BoardPage,
    BoardUnchanged,
    SourceTraits,
    Validators,
)


@dataclass
class MemoryBoardReader:
    """Answers with the pages that were put there; a board that was never filled is not found.

    An error among the pages is raised at its place. ``asked`` remembers what each reading was asked with.
    """

    traits: SourceTraits = field(default_factory=lambda: SourceTraits("memory", lists_everything=True))
    boards: dict[str, Sequence[BoardPage | Exception]] = field(default_factory=dict)
    asked: list[tuple[str, Validators | None]] = field(default_factory=list)

    def fill(self, board: str, *pages: BoardPage | Exception) -> None:
        """Make this what the board shows from now on."""
        self.boards[board] = pages

    async def read(self, board: str, known: Validators | None) -> AsyncIterator[BoardPage]:
        self.asked.append((board, known))
        pages = self.boards.get(board)
        if pages is None:
            raise BoardError("board_not_found", f"there is no board {board}")
        if known is not None and any(isinstance(page, BoardPage) and page.validators == known for page in pages):
            raise BoardUnchanged
        for page in pages:
            if isinstance(page, Exception):
                raise page
            yield page
