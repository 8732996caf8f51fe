"""When to start a child again, and when to give up."""

import time
from collections.abc import Callable

FIRST_DELAY = 0.2
LONGEST_DELAY = 30.0
SETTLED_AFTER = 60.0
FAILED_STARTS = 5
FAILED_WITHIN = 60.0


class Restarts:
    """The history of one child.

    Delays double from death to death and begin anew once the child has been up for a minute. Only
    starts that never got as far as ready count towards giving up: a child that is killed while it
    works well is always started again.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._delay = FIRST_DELAY
        self._failures: list[float] = []

    def died(self, *, age: float, was_ready: bool) -> float:
        """Note a death and return how long to wait before the next start."""
        if age >= SETTLED_AFTER:
            self._delay = FIRST_DELAY
        if was_ready:
            self._failures.clear()
        else:
            self._failures.append(self._clock())
        delay, self._delay = self._delay, min(self._delay * 2, LONGEST_DELAY)
        return delay

    @property
    def hopeless(self) -> bool:
        """Whether it failed to start several times in a row within a minute."""
        since = self._clock() - FAILED_WITHIN
        return sum(moment > since for moment in self._failures) >= FAILED_STARTS
