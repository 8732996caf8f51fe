"""Saved jobs in memory."""

from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.jobs.rows import JOBS, SAVED_JOBS, SavedJobRow
from careercopilot.kernel.errors import PreconditionFailed
from careercopilot.modules.jobs.api.errors import JobNotFound
from careercopilot.modules.jobs.domain.saved_job import SavedJob


class MemorySavedJobRepository:
    """One row per person and job."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def keep(self, saved: SavedJob) -> UUID:
        if saved.job_id not in self._session.table(JOBS):
            raise JobNotFound(saved.job_id)
        kept = self._of_job(saved.user_id, saved.job_id)
        if kept is not None:
            return kept.id
        self._session.table(SAVED_JOBS)[saved.id] = SavedJobRow(**vars(saved))
        return saved.id

    async def find(self, user_id: UUID, saved_job_id: UUID) -> SavedJob | None:
        row: SavedJobRow | None = self._session.table(SAVED_JOBS).get(saved_job_id)
        if row is None or row.user_id != user_id:
            return None
        return SavedJob(**vars(row) | {"notes": row.notes or ""})

    async def replace(self, saved: SavedJob) -> None:
        self._expect(saved, saved.version - 1)
        self._session.table(SAVED_JOBS)[saved.id] = SavedJobRow(**vars(saved))

    async def remove(self, saved: SavedJob) -> None:
        self._expect(saved, saved.version)
        del self._session.table(SAVED_JOBS)[saved.id]

    async def remove_for_job(self, user_id: UUID, job_id: UUID) -> None:
        kept = self._of_job(user_id, job_id)
        if kept is not None:
            del self._session.table(SAVED_JOBS)[kept.id]

    def _of_job(self, user_id: UUID, job_id: UUID) -> SavedJobRow | None:
        rows: list[SavedJobRow] = list(self._session.table(SAVED_JOBS).values())
        return next((row for row in rows if (row.user_id, row.job_id) == (user_id, job_id)), None)

    def _expect(self, saved: SavedJob, version: int) -> None:
        row: SavedJobRow | None = self._session.table(SAVED_JOBS).get(saved.id)
        if row is None or row.version != version:
            raise PreconditionFailed
