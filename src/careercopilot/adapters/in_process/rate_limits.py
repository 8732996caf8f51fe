"""Rate limits that one process counts by itself."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.rate_limits import Allowance, Rate

_MOST_KEYS = 10_000


@dataclass
class _Window:
    """When the key was hit, the oldest first; ``over_at`` says when the last of it no longer counts."""

    hits: deque[float] = field(default_factory=deque)
    over_at: float = 0.0


class InProcessRateLimits:
    """A moving window per key; of too many keys, the one that was quiet longest is forgotten."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._windows: OrderedDict[tuple[str, Rate], _Window] = OrderedDict()

    async def hit(self, key: str, rate: Rate) -> Allowance:
        now = self._clock.now().timestamp()
        self._forget(now)
        window = self._windows.setdefault((key, rate), _Window())
        self._windows.move_to_end((key, rate))
        while window.hits and window.hits[0] <= now - rate.seconds:
            window.hits.popleft()
        allowed = len(window.hits) < rate.times
        if allowed:
            window.hits.append(now)
            window.over_at = now + rate.seconds
        reset_after = window.hits[0] + rate.seconds - now if window.hits else 0.0
        return Allowance(allowed, rate.times, rate.times - len(window.hits), reset_after)

    def _forget(self, now: float) -> None:
        """Drop the quietest windows: those that are over, and whatever is too many."""
        while self._windows:
            quietest = next(iter(self._windows))
            if self._windows[quietest].over_at > now and len(self._windows) < _MOST_KEYS:
                return
            del self._windows[quietest]
