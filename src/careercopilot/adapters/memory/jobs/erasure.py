"""Forgetting a person, in memory."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemorySession
from careercopilot.adapters.memory.core.tombstones import Tombstones
from careercopilot.adapters.memory.jobs.rows import (
    ERASED_PEOPLE,
    HIDDEN_JOBS,
    JOB_SEARCH,
    JOB_TEXTS,
    JOBS,
    POSTINGS,
    SAVED_JOBS,
    SAVED_SEARCHES,
)

_PERSONAL = (SAVED_JOBS, HIDDEN_JOBS, SAVED_SEARCHES)
_OF_A_JOB = (JOB_TEXTS, POSTINGS, JOB_SEARCH, SAVED_JOBS, HIDDEN_JOBS)


class MemoryErasure:
    """Deletes what people keep, hide and search for, and the jobs that they entered."""

    def __init__(self, session: MemorySession) -> None:
        self._session = session
        self._tombstones = Tombstones(session, ERASED_PEOPLE)

    async def erase(self, user_id: UUID, at: datetime) -> None:
        self._tombstones.keep(user_id, at)
        for name in _PERSONAL:
            self._delete(name, "user_id", {user_id})
        own_jobs = {key for key, job in self._session.table(JOBS).items() if job.owner_id == user_id}
        for name in _OF_A_JOB:
            self._delete(name, "job_id", own_jobs)
        for job_id in own_jobs:
            del self._session.table(JOBS)[job_id]

    async def erased_among(self, user_ids: Collection[UUID]) -> frozenset[UUID]:
        return self._tombstones.among(user_ids)

    def _delete(self, name: str, column: str, ids: Collection[UUID]) -> None:
        rows = self._session.table(name)
        for key in [key for key, row in rows.items() if getattr(row, column) in ids]:
            del rows[key]
