"""Sending the e-mails that wait."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class MailRound:
    """What came of a round: mails, each of which tells one thing or gathers several."""

    sent: int = 0
    deferred: int = 0
    failed: int = 0
    away: bool = False

    def __add__(self, other: "MailRound") -> "MailRound":
        """Return what came of both."""
        return MailRound(
            self.sent + other.sent,
            self.deferred + other.deferred,
            self.failed + other.failed,
            self.away or other.away,
        )


class DeliverMail(Protocol):
    """Send what is due."""

    async def __call__(self) -> MailRound:
        """Send until nothing is due that nobody else is sending, or until the server is away.

        At most once as long as nobody is killed in the middle; at least once in any case.
        """
        ...
