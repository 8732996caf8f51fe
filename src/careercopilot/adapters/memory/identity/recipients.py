"""People as those who write to them need them, in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.identity.tables import ACCOUNT
from careercopilot.modules.identity.api.models import Recipient
from careercopilot.modules.identity.domain.account import Account


class MemoryRecipients:
    """Reads committed accounts."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._accounts: dict[UUID, Account] = database.table(ACCOUNT)

    async def among(self, user_ids: Collection[UUID]) -> Mapping[UUID, Recipient]:
        return {user_id: _recipient(self._accounts[user_id]) for user_id in user_ids if user_id in self._accounts}

    async def ids_after(self, after: UUID | None, registered_until: datetime, limit: int) -> Sequence[UUID]:
        there = (account.id for account in self._accounts.values() if account.created_at <= registered_until)
        return sorted(user_id for user_id in there if after is None or user_id > after)[:limit]


def _recipient(account: Account) -> Recipient:
    profile = account.profile
    return Recipient(account.email.address, profile.full_name, profile.timezone, profile.locale)
