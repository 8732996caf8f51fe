"""The steps that signing up and signing in share."""

from careercopilot.kernel.clock import Clock
from careercopilot.modules.identity.api.models import SignedIn
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.session import Session, new_refresh_token
from careercopilot.modules.identity.ports.access_tokens import AccessTokens
from careercopilot.modules.identity.ports.session_repository import SessionRepository


class SessionOpener:
    """Opens sessions and hands out their tokens, within the caller's unit of work."""

    def __init__(self, sessions: SessionRepository, tokens: AccessTokens, clock: Clock) -> None:
        self._sessions = sessions
        self._tokens = tokens
        self._clock = clock

    async def open(self, account: Account, device: str) -> SignedIn:
        """Open a session for the account."""
        refresh_token = new_refresh_token()
        session = Session.open(account.id, device, refresh_token, self._clock.now())
        await self._sessions.add(session)
        return self.hand_out(account, session, refresh_token)

    def hand_out(self, account: Account, session: Session, refresh_token: str) -> SignedIn:
        """Return the tokens of a session that is open."""
        access = self._tokens.issue(account.id, session.id, account.roles)
        return SignedIn(account.view(), access.text, refresh_token, access.expires_in)
