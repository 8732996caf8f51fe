"""Rate limits: how often somebody may do something."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Rate:
    """At most ``times`` within any ``seconds``."""

    times: int
    seconds: int


@dataclass(frozen=True)
class Allowance:
    """What is left: ``allowed`` says whether this time counted.

    ``reset_after``: in how many seconds the oldest of the counted times counts no more, so that one more is allowed.
    """

    allowed: bool
    limit: int
    remaining: int
    reset_after: float


class RateLimits(Protocol):
    """Counts over all processes that share the counters. When they are away, each process counts by itself."""

    async def hit(self, key: str, rate: Rate) -> Allowance:
        """Count one time for the key, unless that would be too often."""
        ...
