"""Going on with a session."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.signals import Signal
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import SessionEnded
from careercopilot.modules.identity.api.models import SignedIn
from careercopilot.modules.identity.domain.session import digest_of, new_refresh_token
from careercopilot.modules.identity.handlers.session_opener import SessionOpener
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.ended_sessions import SESSION_ENDED, EndedSessions
from careercopilot.modules.identity.ports.session_repository import SessionRepository


class RefreshSessionHandler:
    """Commits also when it refuses: the end of a session whose used token turned up must last."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        accounts: AccountRepository,
        sessions: SessionRepository,
        ended: EndedSessions,
        opener: SessionOpener,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._accounts = accounts
        self._sessions = sessions
        self._ended = ended
        self._opener = opener
        self._clock = clock

    async def __call__(self, refresh_token: str) -> SignedIn:
        successor = new_refresh_token()
        async with self._unit_of_work as uow:
            session = await self._sessions.find_by_token_digest(digest_of(refresh_token))
            if session is None:
                raise SessionEnded
            # The account is not held: whoever erases it holds it first and the sessions after it.
            account = await self._accounts.find(session.user_id)
            if account is None:
                raise SessionEnded
            gone_on = session.rotate(refresh_token, successor, self._clock.now())
            await self._sessions.save(session)
            if gone_on:
                signed_in = self._opener.hand_out(account, session, successor)
            else:
                uow.signal(Signal(SESSION_ENDED, str(session.id)))
            await uow.commit()
        if gone_on:
            return signed_in
        self._ended.note(session.id)
        raise SessionEnded
