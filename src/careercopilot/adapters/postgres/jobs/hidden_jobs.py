"""Hidden jobs in PostgreSQL."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession, constraint_errors
from careercopilot.adapters.postgres.jobs.tables import hidden_job as t
from careercopilot.modules.jobs.api.errors import JobNotFound


class PostgresHiddenJobRepository:
    """One row per person and job."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, user_id: UUID, job_id: UUID, at: datetime) -> None:
        row = insert(t).values(user_id=user_id, job_id=job_id, hidden_at=at).on_conflict_do_nothing()
        with constraint_errors({"hidden_job_job_id_fkey": lambda: JobNotFound(job_id)}):
            await self._session.connection.execute(row)

    async def remove(self, user_id: UUID, job_id: UUID) -> None:
        await self._session.connection.execute(delete(t).where(t.c.user_id == user_id, t.c.job_id == job_id))
