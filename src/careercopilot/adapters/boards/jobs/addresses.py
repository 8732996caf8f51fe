"""Where a source's boards are found."""

from urllib.parse import quote

from careercopilot.modules.jobs.ports.board_reader import BoardError

_LONGEST = 200


class BoardAddress:
    """A source's base URL, its own or one that the operator set; ``{board}`` in it stands for the board."""

    def __init__(self, public_url: str, base_url: str | None) -> None:
        self._base = (base_url or public_url).rstrip("/")
        self.is_public = self._base == public_url

    def of(self, board: str, path: str) -> str:
        """Return the URL of a board; whatever the board's name holds, it stays one segment of the path."""
        if not board.strip() or board.strip(".") == "" or len(board) > _LONGEST:
            raise BoardError("board_not_found", "No board can have this name.")
        segment = quote(board, safe="", errors="replace")
        return (self._base + path).replace("{board}", segment)
