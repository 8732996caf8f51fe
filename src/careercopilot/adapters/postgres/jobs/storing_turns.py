"""Turns at storing in bulk."""

import asyncio

_AT_ONCE = 2


class StoringTurns:
    """Few batches of this process are stored at once: more of them would only fight for the same index pages."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(_AT_ONCE)

    async def __aenter__(self) -> None:
        await self._free.acquire()

    async def __aexit__(self, *_: object) -> None:
        self._free.release()
