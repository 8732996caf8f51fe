"""Whether jobs are open, and how many arrived, on PostgreSQL."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as PG_UUID

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.tables import job
from careercopilot.adapters.postgres.jobs.tables import source_run as run
from careercopilot.modules.jobs.api.openings import RunArrivals

_ids = bindparam("ids", type_=ARRAY(PG_UUID))
_OPEN = select(job.c.id).where(job.c.id == _ids.any_(), job.c.closed_at.is_(None))
_ARRIVALS = (
    select(run.c.id, run.c.board_id, run.c.started_at, run.c.new)
    .where(
        run.c.new > 0,
        run.c.started_at >= bindparam("since"),
        tuple_(run.c.started_at, run.c.id) > tuple_(bindparam("after_at"), bindparam("after_id")),
    )
    .order_by(run.c.started_at, run.c.id)
    .limit(bindparam("limit"))
)
_ARRIVALS_OF_BOARDS = _ARRIVALS.where(run.c.board_id == _ids.any_())
_BEFORE_ALL = UUID(int=0)


class PostgresOpenings:
    """Jobs by primary key; runs by the indexes of the ledger."""

    def __init__(self, engine: ReadEngine) -> None:
        self._engine = engine.engine

    async def open_among(self, job_ids: Collection[UUID]) -> frozenset[UUID]:
        async with self._engine.connect() as connection:
            return frozenset((await connection.execute(_OPEN, {"ids": list(job_ids)})).scalars())

    async def arrivals(
        self, since: datetime, board_ids: Collection[UUID] | None, after: RunArrivals | None, limit: int
    ) -> Sequence[RunArrivals]:
        place = (since, _BEFORE_ALL) if after is None else (after.started_at, after.run_id)
        asked: dict[str, object] = {"since": since, "after_at": place[0], "after_id": place[1], "limit": limit}
        statement = _ARRIVALS
        if board_ids is not None:
            statement, asked["ids"] = _ARRIVALS_OF_BOARDS, list(board_ids)
        async with self._engine.connect() as connection:
            return [RunArrivals(*row) for row in await connection.execute(statement, asked)]
