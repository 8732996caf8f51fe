"""Sessions: signing in, staying signed in, signing out."""

from typing import Protocol
from uuid import UUID

from careercopilot.modules.identity.api.models import Credentials, Principal, SignedIn


class LogIn(Protocol):
    """Open a session."""

    async def __call__(self, credentials: Credentials) -> SignedIn:
        """Open a session. Raises WrongCredentials, alike and after like time whichever of the two is wrong."""
        ...


class RefreshSession(Protocol):
    """Go on with a session."""

    async def __call__(self, refresh_token: str) -> SignedIn:
        """Swap the refresh token for a new pair.

        Raises SessionEnded for an unknown token, a session that is over, and for a token that was used before:
        somebody else has it then, so the whole session ends.
        """
        ...


class LogOut(Protocol):
    """End a session."""

    async def __call__(self, user_id: UUID, session_id: UUID) -> None:
        """End the session: its access tokens are dead at once. Harmless when it is over already."""
        ...


class Authenticate(Protocol):
    """Recognise the caller of a request. Synchronous and quick: it runs before everything else."""

    def __call__(self, token: str) -> Principal:
        """Return who the access token speaks for. Raises NotAuthenticated."""
        ...
