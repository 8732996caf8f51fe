"""What people do not want to see, in memory."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.rows import HIDDEN_JOBS, JOBS, HiddenJobRow
from careercopilot.modules.jobs.api.personal_records import HiddenJobRecord


class MemoryHiddenJobViews:
    """Looks at every hidden job."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database

    async def everything(self, user_id: UUID) -> Sequence[HiddenJobRecord]:
        rows: list[HiddenJobRow] = list(self._database.table(HIDDEN_JOBS).values())
        mine = [row for row in rows if row.user_id == user_id]
        return [self._record(row) for row in sorted(mine, key=lambda row: (row.hidden_at, row.job_id))]

    def _record(self, row: HiddenJobRow) -> HiddenJobRecord:
        job = self._database.table(JOBS)[row.job_id]
        return HiddenJobRecord(row.job_id, job.title, job.company_name, row.hidden_at)
