"""Forgetting a person, on PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete

from careercopilot.adapters.postgres.core.session import PostgresSession
from careercopilot.adapters.postgres.core.tombstones import Tombstones
from careercopilot.adapters.postgres.jobs.tables import erased_person, job, jobs

# Every table whose rows belong to a person says so by a column of this name; none can be forgotten here.
_PERSONAL = [table for table in jobs.sorted_tables if "user_id" in table.c and table is not erased_person]
_ROWS = [delete(table).where(table.c.user_id == bindparam("person")) for table in _PERSONAL]
# A job that somebody entered by hand is theirs alone; its text, postings and search document go with it.
_OWN_JOBS = delete(job).where(job.c.owner_id == bindparam("person"))


class PostgresErasure:
    """Deletes what people keep, hide and search for, and the jobs that they entered."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, erased_person)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        await self._tombstones.keep(user_id, at)
        for statement in (*_ROWS, _OWN_JOBS):
            await self._session.connection.execute(statement, {"person": user_id})

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return await self._tombstones.among(user_ids)
