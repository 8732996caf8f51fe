"""Signing up."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.events import UserRegistered
from careercopilot.modules.identity.api.models import Registration, SignedIn
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.registration import CheckedRegistration
from careercopilot.modules.identity.handlers.session_opener import SessionOpener
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.password_hasher import PasswordHasher


class RegisterUserHandler:
    """Hashes before the transaction begins, so that no connection waits for it."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        accounts: AccountRepository,
        hasher: PasswordHasher,
        opener: SessionOpener,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._accounts = accounts
        self._hasher = hasher
        self._opener = opener
        self._clock = clock

    async def __call__(self, registration: Registration) -> SignedIn:
        checked = CheckedRegistration.check(registration.email, registration.password, registration.full_name)
        password_hash = await self._hasher.hash(checked.password)
        account = Account.open(checked, password_hash, self._clock.now())
        async with self._unit_of_work as uow:
            await self._accounts.add(account)
            signed_in = await self._opener.open(account, registration.device)
            uow.publish(UserRegistered(aggregate_id=account.id, aggregate_version=account.version))
            await uow.commit()
        return signed_in
