"""Where sessions are kept."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.identity.domain.session import Session


class SessionRepository(Protocol):
    """Sessions, read and written in the scope's unit of work."""

    async def add(self, session: Session) -> None:
        """Keep a new session and the digest of its first refresh token. Raises UserNotFound: its account is gone."""
        ...

    async def find(self, session_id: UUID) -> Session | None:
        """Return the session; nobody else can save it until the unit of work is left."""
        ...

    async def find_by_token_digest(self, digest: bytes) -> Session | None:
        """Return the session one of whose refresh tokens, used or not, has this digest; held like in ``find``."""
        ...

    async def save(self, session: Session) -> None:
        """Keep the changes; the digest of a new refresh token joins the ones before."""
        ...
