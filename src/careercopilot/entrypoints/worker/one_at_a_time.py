"""Work of which one go at a time is enough in a process."""

from collections.abc import Awaitable, Callable


class OneAtATime:
    """Does the work until nobody has woken it meanwhile. The work looks for itself what there is to do."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._work = work
        self._busy = False
        self._woken = False

    async def run(self) -> None:
        """Do the work; called while it is at it, it only looks once more at the end."""
        self._woken = True
        if self._busy:
            return
        self._busy = True
        try:
            while self._woken:
                self._woken = False
                await self._work()
        finally:
            self._busy = False
