"""Making an account for somebody."""

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.events import UserRegistered
from careercopilot.modules.identity.api.models import NewUser, UserView
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.registration import CheckedRegistration
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.password_hasher import PasswordHasher


class CreateUserHandler:
    """Like signing up, without a session; the same rules hold for the password."""

    def __init__(
        self, unit_of_work: UnitOfWork, accounts: AccountRepository, hasher: PasswordHasher, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._accounts = accounts
        self._hasher = hasher
        self._clock = clock

    async def __call__(self, user: NewUser) -> UserView:
        checked = CheckedRegistration.check(user.email, user.password, user.full_name)
        password_hash = await self._hasher.hash(checked.password)
        account = Account.open(checked, password_hash, self._clock.now(), admin=user.admin)
        async with self._unit_of_work as uow:
            await self._accounts.add(account)
            uow.publish(UserRegistered(aggregate_id=account.id, aggregate_version=account.version))
            await uow.commit()
        return account.view()
