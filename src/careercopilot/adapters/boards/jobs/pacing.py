"""Asking a source no more often than it likes."""

import asyncio


class Pace:
    """Lets one request start every ``interval`` seconds, however many boards are read at once."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._next = 0.0

    async def wait(self) -> None:
        """Return when the next request may start."""
        now = asyncio.get_running_loop().time()
        start = max(now, self._next)
        self._next = start + self._interval
        if start > now:
            await asyncio.sleep(start - now)
