"""Access tokens: short-lived proof of who is calling."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from careercopilot.modules.identity.api.models import Principal, Role


@dataclass(frozen=True)
class AccessToken:
    """A token and for how many seconds it is good."""

    text: str = field(repr=False)
    expires_in: int


class AccessTokens(Protocol):
    """Makes and reads access tokens."""

    def issue(self, user_id: UUID, session_id: UUID, roles: Iterable[Role]) -> AccessToken:
        """Return a token that speaks for the user in this session."""
        ...

    def read(self, token: str) -> Principal:
        """Return who the token speaks for. Raises NotAuthenticated for any that is not ours and good now."""
        ...
