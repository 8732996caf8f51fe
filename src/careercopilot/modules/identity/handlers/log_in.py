"""Signing in."""

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import UserNotFound, WrongCredentials
from careercopilot.modules.identity.api.models import Credentials, SignedIn
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.domain.email_address import EmailAddress
from careercopilot.modules.identity.domain.password import normalised
from careercopilot.modules.identity.handlers.session_opener import SessionOpener
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.password_hasher import PasswordHasher


class LogInHandler:
    """Does the same work for an unknown address as for a wrong password, and none of it in a transaction."""

    def __init__(
        self, unit_of_work: UnitOfWork, accounts: AccountRepository, hasher: PasswordHasher, opener: SessionOpener
    ) -> None:
        self._unit_of_work = unit_of_work
        self._accounts = accounts
        self._hasher = hasher
        self._opener = opener

    async def __call__(self, credentials: Credentials) -> SignedIn:
        password = normalised(credentials.password)
        account = await self._find(credentials.email)
        proven = await self._hasher.verify(account.password_hash if account else None, password)
        if account is None or not proven:
            raise WrongCredentials
        fresh_hash = await self._fresh_hash(account, password)
        try:
            return await self._sign_in(account, fresh_hash, credentials.device)
        except UserNotFound:  # erased while the password was being verified
            raise WrongCredentials from None

    async def _sign_in(self, account: Account, fresh_hash: str | None, device: str) -> SignedIn:
        async with self._unit_of_work as uow:
            if fresh_hash is not None:
                account = await self._rehash(account, fresh_hash)
            signed_in = await self._opener.open(account, device)
            await uow.commit()
        return signed_in

    async def _find(self, email: str) -> Account | None:
        try:
            address = EmailAddress.parse(email)
        except InvalidInput:
            return None
        async with self._unit_of_work:
            return await self._accounts.find_by_email(address.key)

    async def _fresh_hash(self, account: Account, password: str) -> str | None:
        """Hash again when the parameters have changed: only now is the password at hand."""
        return await self._hasher.hash(password) if self._hasher.is_outdated(account.password_hash) else None

    async def _rehash(self, proven: Account, fresh_hash: str) -> Account:
        """Keep the new hash, unless the password was changed while it was being made."""
        account = await self._accounts.get(proven.id)
        if account.password_hash != proven.password_hash:
            raise WrongCredentials
        account.password_hash = fresh_hash
        await self._accounts.save(account)
        return account
