"""What people do not want to see, read from PostgreSQL."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.tables import hidden_job, job
from careercopilot.modules.jobs.api.personal_records import HiddenJobRecord

_OF_PERSON = (
    select(job.c.id, job.c.title, job.c.company_name, hidden_job.c.hidden_at)
    .join(hidden_job, hidden_job.c.job_id == job.c.id)
    .where(hidden_job.c.user_id == bindparam("person"))
    .order_by(hidden_job.c.hidden_at, job.c.id)
)


class PostgresHiddenJobViews:
    """Reads in autocommit."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def everything(self, user_id: UUID) -> Sequence[HiddenJobRecord]:
        async with self._engine.connect() as connection:
            return [HiddenJobRecord(*row) for row in await connection.execute(_OF_PERSON, {"person": user_id})]
