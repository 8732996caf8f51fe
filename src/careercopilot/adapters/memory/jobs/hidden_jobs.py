"""Hidden jobs in memory."""

from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.jobs.rows import HIDDEN_JOBS, JOBS, HiddenJobRow
from careercopilot.modules.jobs.api.errors import JobNotFound


class MemoryHiddenJobRepository:
    """One row per person and job."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session

    async def add(self, user_id: UUID, job_id: UUID, at: datetime) -> None:
        if job_id not in self._session.table(JOBS):
            raise JobNotFound(job_id)
        row = HiddenJobRow(user_id=user_id, job_id=job_id, hidden_at=at)
        self._session.table(HIDDEN_JOBS).setdefault((user_id, job_id), row)

    async def remove(self, user_id: UUID, job_id: UUID) -> None:
        self._session.table(HIDDEN_JOBS).pop((user_id, job_id), None)
