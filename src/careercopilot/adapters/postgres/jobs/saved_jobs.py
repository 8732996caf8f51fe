"""Saved jobs in PostgreSQL."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from careercopilot.adapters.postgres.core.session import PostgresSession, constraint_errors
from careercopilot.adapters.postgres.jobs.tables import saved_job as t
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.jobs.api.errors import JobNotFound
from careercopilot.modules.jobs.domain.saved_job import SavedJob


class PostgresSavedJobRepository:
    """One row per person and job."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def keep(self, saved: SavedJob) -> UUID:
        row = insert(t).values(**vars(saved) | {"tags": list(saved.tags)})
        add = row.on_conflict_do_nothing(constraint="saved_job_user_job_key").returning(t.c.id)
        with constraint_errors({"saved_job_job_id_fkey": lambda: JobNotFound(saved.job_id)}):
            added: UUID | None = (await self._session.connection.execute(add)).scalar_one_or_none()
        if added is not None:
            return added
        kept = select(t.c.id).where(t.c.user_id == saved.user_id, t.c.job_id == saved.job_id)
        earlier: UUID = (await self._session.connection.execute(kept)).scalar_one()
        return earlier

    async def find(self, user_id: UUID, saved_job_id: UUID) -> SavedJob | None:
        found = select(t).where(t.c.id == saved_job_id, t.c.user_id == user_id)
        row = (await self._session.connection.execute(found)).one_or_none()
        if row is None:
            return None
        return SavedJob(
            id=row.id,
            user_id=row.user_id,
            job_id=row.job_id,
            notes=row.notes or "",
            tags=tuple(row.tags),
            version=row.version,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )

    async def replace(self, saved: SavedJob) -> None:
        changed = {
            "notes": saved.notes,
            "tags": list(saved.tags),
            "version": saved.version,
            "updated_at": saved.updated_at,
        }
        statement = update(t).where(_version(saved, saved.version - 1)).values(changed)
        if (await self._session.connection.execute(statement)).rowcount == 0:
            raise PreconditionFailed

    async def remove(self, saved: SavedJob) -> None:
        statement = delete(t).where(_version(saved, saved.version))
        if (await self._session.connection.execute(statement)).rowcount == 0:
            raise PreconditionFailed

    async def remove_for_job(self, user_id: UUID, job_id: UUID) -> None:
        await self._session.connection.execute(delete(t).where(t.c.user_id == user_id, t.c.job_id == job_id))


def _version(saved: SavedJob, version: int) -> ColumnElement[bool]:
    return and_(t.c.id == saved.id, t.c.user_id == saved.user_id, t.c.version == version)
