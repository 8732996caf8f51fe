"""Accounts in memory."""

from dataclasses import replace
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession, MemoryTable
from careercopilot.adapters.memory.identity.tables import ACCOUNT, EMAIL
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.identity.api.errors import EmailTaken, UserNotFound
from careercopilot.modules.identity.api.models import Role
from careercopilot.modules.identity.domain.account import Account


class MemoryAccountRepository:
    """Accounts by id, and their ids by e-mail key."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    @property
    def _accounts(self) -> MemoryTable[UUID, Account]:
        return self._session.table(ACCOUNT)

    @property
    def _ids(self) -> MemoryTable[str, UUID]:
        return self._session.table(EMAIL)

    async def add(self, account: Account) -> None:
        if account.email.key in self._ids:
            raise EmailTaken
        self._ids[account.email.key] = account.id
        self._accounts[account.id] = replace(account)

    async def get(self, user_id: UUID) -> Account:
        account = self._accounts.get(user_id)
        if account is None:
            raise UserNotFound(user_id)
        return replace(account)

    async def find(self, user_id: UUID) -> Account | None:
        account = self._accounts.get(user_id)
        return None if account is None else replace(account)

    async def administrators(self) -> frozenset[UUID]:
        return frozenset(account.id for account in self._accounts.values() if Role.ADMIN in account.roles)

    async def find_by_email(self, key: str) -> Account | None:
        user_id = self._ids.get(key)
        return None if user_id is None else await self.get(user_id)

    async def save(self, account: Account) -> None:
        if self._accounts[account.id].version != account.version:
            raise PreconditionFailed
        account.version += 1
        self._accounts[account.id] = replace(account)
