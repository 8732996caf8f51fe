"""Making sure that it is the person who asks for what cannot be undone."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import PasswordNeeded, SessionEnded, WrongPassword
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.password import normalised
from careercopilot.modules.identity.domain.session import Session
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.password_hasher import PasswordHasher
from careercopilot.modules.identity.ports.session_repository import SessionRepository


class PersonalProof:
    """A sign-in of the last minutes, or the password; hashing it happens in no transaction."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        accounts: AccountRepository,
        sessions: SessionRepository,
        hasher: PasswordHasher,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._accounts = accounts
        self._sessions = sessions
        self._hasher = hasher
        self._clock = clock

    async def require(self, user_id: UUID, session_id: UUID | None, password: str | None) -> Account:
        """Return the account of the caller, who has proven that it is theirs; a password that is given has to fit."""
        async with self._unit_of_work:
            # The session first: who is erased meanwhile has neither, and is told so rather than asked for a password.
            session = None if session_id is None else await self._sessions.find(session_id)
            account = await self._accounts.find(user_id)
        if account is None:
            raise SessionEnded
        if password is not None:
            if not await self._hasher.verify(account.password_hash, normalised(password)):
                raise WrongPassword
        elif not self._is_fresh(session, user_id):
            raise PasswordNeeded
        return account

    def _is_fresh(self, session: Session | None, user_id: UUID) -> bool:
        return session is not None and session.user_id == user_id and session.is_fresh(self._clock.now())
