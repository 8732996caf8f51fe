"""Forgetting a person, on PostgreSQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, select

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tombstones import Tombstones
from careercopilot.adapters.postgres.identity.tables import account, erased_person

_ACCOUNT = delete(account).where(account.c.id == bindparam("person"))
_SINCE = select(erased_person.c.user_id).where(erased_person.c.erased_at > bindparam("moment"))


class PostgresErasure:
    """The account takes its sessions and their tokens with it."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, erased_person)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        await self._tombstones.keep(user_id, at)
        await self._session.connection.execute(_ACCOUNT, {"person": user_id})

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return await self._tombstones.among(user_ids)

    async def erased_since(self, moment: datetime, after: UUID | None, limit: int) -> Sequence[UUID]:
        wanted = _SINCE if after is None else _SINCE.where(erased_person.c.user_id > after)
        page = wanted.order_by(erased_person.c.user_id).limit(limit)
        return list((await self._session.connection.execute(page, {"moment": moment})).scalars())
