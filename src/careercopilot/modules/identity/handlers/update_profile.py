"""Changing a profile."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.models import ProfileChanges, UserView
from careercopilot.modules.identity.ports.account_repository import AccountRepository


class UpdateProfileHandler:
    """Changes the account as it is now; two changes at once do not overwrite each other unseen."""

    def __init__(self, unit_of_work: UnitOfWork, accounts: AccountRepository, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._accounts = accounts
        self._clock = clock

    async def __call__(self, user_id: UUID, changes: ProfileChanges, expected_version: int | None = None) -> UserView:
        async with self._unit_of_work as uow:
            account = await self._accounts.get(user_id)
            account.change_profile(changes, self._clock.now(), expected_version)
            await self._accounts.save(account)
            await uow.commit()
        return account.view()
