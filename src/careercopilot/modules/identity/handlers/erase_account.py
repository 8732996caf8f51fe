"""Leaving for good."""

from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.signals import Signal
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.identity.api.errors import LastAdministrator, SessionEnded, UserNotFound
from careercopilot.modules.identity.api.events import UserErased
from careercopilot.modules.identity.api.models import Role
from careercopilot.modules.identity.domain.account import Account
from careercopilot.modules.identity.handlers.personal_proof import PersonalProof
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.ended_sessions import PERSON_ERASED, EndedSessions
from careercopilot.modules.identity.ports.erasure import Erasure


class EraseAccountHandler:
    """What identity holds goes in one transaction with the fact; the sessions end here at once, elsewhere by signal."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        accounts: AccountRepository,
        erasure: Erasure,
        ended: EndedSessions,
        proof: PersonalProof,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._accounts = accounts
        self._erasure = erasure
        self._ended = ended
        self._proof = proof
        self._clock = clock

    async def __call__(self, user_id: UUID, session_id: UUID | None, password: str | None = None) -> None:
        proven = await self._proof.require(user_id, session_id, password)
        async with self._unit_of_work as uow:
            account = await self._hold(proven)
            await self._erasure.erase(account.id, self._clock.now())
            uow.publish(UserErased(aggregate_id=account.id, aggregate_version=account.version))
            uow.signal(Signal(PERSON_ERASED, str(account.id)))
            await uow.commit()
        self._ended.note_erased(user_id)

    async def _hold(self, proven: Account) -> Account:
        """Hold the account, and before it those of all administrators, so that of two the second one stays."""
        if Role.ADMIN in proven.roles and await self._accounts.administrators() <= {proven.id}:
            raise LastAdministrator
        try:
            return await self._accounts.get(proven.id)
        except UserNotFound:  # another request has erased it meanwhile
            raise SessionEnded from None
