"""Tombstones on PostgreSQL: the ids of people who were erased, and nothing else of them."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession


class Tombstones:
    """A context's table ``erased_person``, in the transaction of the scope's unit of work."""

    def __init__(self, session: PostgresSession, table: Table) -> None:
        self._session = session
        self._table = table

    async def keep(self, user_id: UUID, at: datetime) -> None:
        """Remember the person; the first time counts."""
        row = insert(self._table).values(user_id=user_id, erased_at=at).on_conflict_do_nothing()
        await self._session.connection.execute(row)

    async def among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        """Return those of the people who were erased."""
        if not user_ids:
            return frozenset()
        ids = self._table.c.user_id
        wanted = select(ids).where(ids.in_(set(user_ids)))
        return frozenset((await self._session.connection.execute(wanted)).scalars())
