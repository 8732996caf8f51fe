"""A circuit: who failed several times in a row is left alone for a while, so that nobody waits for them in vain."""

from dataclasses import dataclass
from datetime import datetime, timedelta

FAILURES = 3
REST = timedelta(seconds=60)


@dataclass
class Circuit:
    """Closed while all is well; open from the third failure in a row on, with one trial a minute."""

    failures: int = 0
    rests_until: datetime | None = None

    def admits(self, now: datetime) -> bool:
        """Say whether to try; of those who ask after the rest, the first makes the trial and the others wait on."""
        if self.rests_until is None:
            return True
        if now < self.rests_until:
            return False
        self.rests_until = now + REST
        return True

    def succeeded(self) -> None:
        """Close it."""
        self.failures, self.rests_until = 0, None

    def failed(self, now: datetime) -> None:
        """Count a failure, and open it when that was one too many."""
        self.failures += 1
        if self.failures >= FAILURES:
            self.rests_until = now + REST
