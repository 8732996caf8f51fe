"""Recognising the caller."""

from careercopilot.modules.identity.api.errors import SessionEnded
from careercopilot.modules.identity.api.models import Principal
from careercopilot.modules.identity.ports.access_tokens import AccessTokens
from careercopilot.modules.identity.ports.ended_sessions import EndedSessions


class AuthenticateHandler:
    """Trusts a good token unless its session has ended; asks nobody outside the process."""

    def __init__(self, tokens: AccessTokens, ended: EndedSessions) -> None:
        self._tokens = tokens
        self._ended = ended

    def __call__(self, token: str) -> Principal:
        principal = self._tokens.read(token)
        if principal.session_id is not None and self._ended.has_ended(principal.session_id):
            raise SessionEnded
        if self._ended.is_erased(principal.user_id):
            raise SessionEnded
        return principal
