"""Waiting for what has no event of its own."""

import asyncio
from collections.abc import Callable


async def until(holds: Callable[[], object], within: float = 10) -> None:
    """Wait until it holds. Raises TimeoutError after so many seconds."""
    async with asyncio.timeout(within):
        while not holds():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.01)
