"""Boards that come whole, in one answer: ``{"jobs": [...]}``."""

import msgspec

from careercopilot.adapters.boards.jobs.addresses import BoardAddress
from careercopilot.adapters.boards.jobs.fetching import BoardFetcher
from careercopilot.adapters.boards.jobs.json_rows import decode_rows
from careercopilot.modules.jobs.ports.board_reader import Validators


class _Board(msgspec.Struct):
    jobs: list[msgspec.Raw]


_board = msgspec.json.Decoder(_Board)


class WholeBoards:
    """Fetches the boards of a source, each by the same path."""

    def __init__(self, fetcher: BoardFetcher, address: BoardAddress, path: str) -> None:
        self._fetcher = fetcher
        self._address = address
        self._path = path

    async def fetch(self, board: str, known: Validators | None) -> tuple[list[msgspec.Raw], Validators | None]:
        """Return a board's rows, and what to ask "changed since?" with; raise BoardUnchanged or BoardError."""
        url = self._address.of(board, self._path)
        fetched = await self._fetcher.fetch(url, known, follow_redirects=self._address.is_public)
        return decode_rows(_board, fetched.body).jobs, fetched.validators
