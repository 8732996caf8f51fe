"""Finding out whether a board is there."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress

from careercopilot.modules.jobs.ports.board_reader import BoardError, BoardReader, BoardUnchanged


async def probe(reader: BoardReader, board: str, seconds: float) -> None:
    """Read the board's first page. Raises BoardError, with the code ``timeout`` after so many seconds."""
    pages = reader.read(board, None)
    try:
        async with asyncio.timeout(seconds):
            with suppress(StopAsyncIteration, BoardUnchanged):
                await anext(pages)
    except TimeoutError:
        raise BoardError("timeout", f"no answer within {seconds:g} seconds") from None
    finally:
        if isinstance(pages, AsyncGenerator):
            await pages.aclose()
