"""Applications for writing, on PostgreSQL."""

from uuid import UUID

from sqlalchemy import Insert, Update, bindparam, delete, insert, select, update

from careercopilot.adapters.postgres.core.session import PostgresSession, constraint_errors
from careercopilot.adapters.postgres.tracking.rows import application_of, entry_row_of, row_of
from careercopilot.adapters.postgres.tracking.tables import LIVE_PER_JOB, timeline_entry
from careercopilot.adapters.postgres.tracking.tables import application as t
from careercopilot.kernel.errors import NotFound, PreconditionFailed
from careercopilot.modules.tracking.api.errors import AlreadyApplied
from careercopilot.modules.tracking.domain.application import Application
from careercopilot.modules.tracking.domain.pipeline import ENDS

_GET = select(t).where(t.c.user_id == bindparam("user"), t.c.id == bindparam("application")).with_for_update()
_LIVE = select(t.c.id).where(
    t.c.user_id == bindparam("user"), t.c.job_id == bindparam("job"), t.c.status.not_in(sorted(ENDS))
)


class _OtherIsLive(Exception):
    """The index of live applications per job refused the row."""


class PostgresApplicationRepository:
    """One row per application; a partial unique index decides which of two becomes the live one for a job."""

    def __init__(self, session: PostgresSession) -> None:
        self._session = session

    async def add(self, application: Application) -> None:
        await self._write(insert(t).values(row_of(application)), application)
        await self._add_entries(application)

    async def get(self, user_id: UUID, application_id: UUID) -> Application:
        parameters = {"user": user_id, "application": application_id}
        row = (await self._session.connection.execute(_GET, parameters)).one_or_none()
        if row is None:
            raise NotFound("application", application_id)
        return application_of(row)

    async def save(self, application: Application) -> None:
        same = (t.c.id == application.id, t.c.user_id == application.user_id, t.c.version == application.version - 1)
        if await self._write(update(t).where(*same).values(row_of(application)), application) == 0:
            raise PreconditionFailed
        await self._add_entries(application)

    async def remove(self, application: Application) -> None:
        same = (t.c.id == application.id, t.c.user_id == application.user_id, t.c.version == application.version)
        if (await self._session.connection.execute(delete(t).where(*same))).rowcount == 0:
            raise PreconditionFailed

    async def _write(self, statement: Insert | Update, application: Application) -> int:
        """Write behind a savepoint, so that after a refusal the transaction can still say which other is live."""
        connection = self._session.connection
        while True:
            try:
                async with connection.begin_nested():
                    with constraint_errors({LIVE_PER_JOB: _OtherIsLive}):
                        return (await connection.execute(statement)).rowcount
            except _OtherIsLive:
                other = await self._live_for_job_of(application)
            if other is not None:  # else it ended or went in this very moment, so the row fits now
                raise AlreadyApplied(other)

    async def _live_for_job_of(self, application: Application) -> UUID | None:
        parameters = {"user": application.user_id, "job": application.job_id}
        other: UUID | None = await self._session.connection.scalar(_LIVE, parameters)
        return other

    async def _add_entries(self, application: Application) -> None:
        if application.entries:
            rows = [entry_row_of(entry) for entry in application.entries]
            await self._session.connection.execute(insert(timeline_entry), rows)
