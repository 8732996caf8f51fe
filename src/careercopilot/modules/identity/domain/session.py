"""Sessions: how long a sign-in lasts, and how its refresh tokens follow one another."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Self
from uuid import UUID

from careercopilot.kernel.ids import new_id

LIFETIME: Final = timedelta(days=7)
LONGEST_SILENCE: Final = timedelta(hours=24)
FRESH_FOR: Final = timedelta(minutes=15)
_SECRET_BYTES = 32
_DEVICE_LIMIT = 200


def new_refresh_token() -> str:
    """Return a refresh token: 256 random bits, meaning nothing by themselves."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def digest_of(refresh_token: str) -> bytes:
    """Return the only form in which a refresh token is kept."""
    return hashlib.sha256(refresh_token.encode(errors="replace")).digest()


@dataclass(kw_only=True)
class Session:
    """A sign-in on one device: one chain of refresh tokens, of which only the last one is good.

    It ends when the person signs out, when an older token of the chain turns up, after 24 hours without a
    refresh, and in any case after seven days.
    """

    id: UUID
    user_id: UUID
    device: str
    started_at: datetime
    refreshed_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    token_digest: bytes

    @classmethod
    def open(cls, user_id: UUID, device: str, refresh_token: str, now: datetime) -> Self:
        """Open a session whose first refresh token is given."""
        return cls(
            id=new_id(),
            user_id=user_id,
            device="".join(c for c in device if c.isprintable())[:_DEVICE_LIMIT],
            started_at=now,
            refreshed_at=now,
            expires_at=now + LIFETIME,
            ended_at=None,
            token_digest=digest_of(refresh_token),
        )

    def is_over(self, now: datetime) -> bool:
        """Say whether nobody can go on with it."""
        return self.ended_at is not None or now >= self.expires_at or now - self.refreshed_at >= LONGEST_SILENCE

    def is_fresh(self, now: datetime) -> bool:
        """Say whether the person proved themselves so lately that they need not do it again."""
        return not self.is_over(now) and now - self.started_at <= FRESH_FOR

    def rotate(self, presented: str, successor: str, now: datetime) -> bool:
        """Go on with the successor; False, and an end to the session, when this cannot be."""
        if self.is_over(now) or not secrets.compare_digest(self.token_digest, digest_of(presented)):
            self.end(now)
            return False
        self.token_digest = digest_of(successor)
        self.refreshed_at = now
        return True

    def end(self, now: datetime) -> None:
        """End it; the first end counts."""
        self.ended_at = self.ended_at or now
