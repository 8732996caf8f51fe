"""Tickets: short-lived secrets, of which only the digest is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

LIFETIME = timedelta(seconds=30)
_SECRET_BYTES = 32


@dataclass(frozen=True)
class KeptTicket:
    """What is kept of a ticket that was given out."""

    digest: bytes
    user_id: UUID
    session_id: UUID | None
    expires_at: datetime


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def digest(secret: str) -> bytes:
    """Return what is kept of a secret; it has 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(secret.encode(errors="replace")).digest()
