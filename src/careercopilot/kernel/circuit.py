"""A circuit: who fails is left alone for a while, so that nobody waits for them in vain."""

from dataclasses import dataclass, field


@dataclass
class Circuit:
    """Closed while all is well; open from so many failures in a row on, with one trial after each ``rest`` in seconds.

    Its times are seconds by any clock, as long as it is always the same one.
    """

    rest: float
    opens_after: int = 1
    _failures: int = field(default=0, init=False)
    _rests_until: float | None = field(default=None, init=False)

    def admits(self, now: float) -> bool:
        """Say whether to try; of those who ask after the rest, the first makes the trial and the others wait on."""
        if self._rests_until is None:
            return True
        if now < self._rests_until:
            return False
        self._rests_until = now + self.rest
        return True

    def succeeded(self) -> bool:
        """Close it; say whether it was open."""
        was_open = self._rests_until is not None
        self._failures, self._rests_until = 0, None
        return was_open

    def failed(self, now: float) -> bool:
        """Count a failure, and open it when that was one too many; say whether that opened it."""
        was_open = self._rests_until is not None
        self._failures += 1
        if self._failures >= self.opens_after:
            self._rests_until = now + self.rest
        return self._rests_until is not None and not was_open
