"""Users as they are shown, in memory."""

from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.identity.tables import ACCOUNT
from careercopilot.kernel.paging import Page, PageRequest, capped
from careercopilot.modules.identity.api.models import UserView
from careercopilot.modules.identity.domain.account import Account


class MemoryUserViews:
    """Reads committed accounts."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._accounts: dict[UUID, Account] = database.table(ACCOUNT)

    async def find(self, user_id: UUID) -> UserView | None:
        account = self._accounts.get(user_id)
        return None if account is None else account.view()

    async def page(self, request: PageRequest) -> Page[UserView]:
        newest_first = sorted(self._accounts.values(), key=lambda account: account.id, reverse=True)
        shown = newest_first[request.offset : request.offset + request.limit]
        total, relation = capped(len(newest_first))
        return Page(tuple(account.view() for account in shown), request, total, relation)
