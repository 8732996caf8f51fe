"""Accounts on PostgreSQL."""

from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from careercopilot.adapters.postgres.core.session import PostgresSession, constraint_errors
from careercopilot.adapters.postgres.identity.account_rows import account_of, row_of
from careercopilot.adapters.postgres.identity.tables import account as t
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.identity.api.errors import EmailTaken, UserNotFound
from careercopilot.modules.identity.api.models import Role
from careercopilot.modules.identity.domain.account import Account

_GLANCE = select(t).where(t.c.id == bindparam("user_id"))
_BY_ID = _GLANCE.with_for_update()
# In one order, so that two who ask at once wait for each other instead of deadlocking.
_ADMINISTRATORS = select(t.c.id).where(t.c.roles.contains([Role.ADMIN])).order_by(t.c.id).with_for_update()
_BY_EMAIL = select(t).where(t.c.email_key == bindparam("key"))


class PostgresAccountRepository:
    """One row per account; a unique constraint decides who was first with an address."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, account: Account) -> None:
        with constraint_errors({"account_email_key_is_taken": EmailTaken}):
            await self._session.connection.execute(insert(t).values(**row_of(account), version=account.version))

    async def get(self, user_id: UUID) -> Account:
        row = (await self._session.connection.execute(_BY_ID, {"user_id": user_id})).one_or_none()
        if row is None:
            raise UserNotFound(user_id)
        return account_of(row)

    async def find(self, user_id: UUID) -> Account | None:
        row = (await self._session.connection.execute(_GLANCE, {"user_id": user_id})).one_or_none()
        return None if row is None else account_of(row)

    async def administrators(self) -> frozenset[UUID]:
        return frozenset((await self._session.connection.execute(_ADMINISTRATORS)).scalars())

    async def find_by_email(self, key: str) -> Account | None:
        row = (await self._session.connection.execute(_BY_EMAIL, {"key": key})).one_or_none()
        return None if row is None else account_of(row)

    async def save(self, account: Account) -> None:
        unchanged = (t.c.id == account.id) & (t.c.version == account.version)
        changed = update(t).where(unchanged).values(**row_of(account), version=account.version + 1)
        with constraint_errors({"account_email_key_is_taken": EmailTaken}):
            result = await self._session.connection.execute(changed)
        if result.rowcount == 0:
            raise PreconditionFailed
        account.version += 1
