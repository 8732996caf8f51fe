"""What the jobs schema says of what is being read, and of what still waits."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import bindparam, func, or_, select

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.tables import board, saved_search, source_run, vector_backlog
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.gauges import Reading
from careercopilot.kernel.metrics import Gauge

_COUNTED_FOR = timedelta(hours=24)
_STATUSES = ("running", "complete", "partial", "failed", "not_modified")
_RUNS = Gauge("source_runs", "Runs that began in the last 24 hours, by how they are.", ("status",))
_FOLLOWED = Gauge("boards_followed", "Boards that are followed.")
_DUE = Gauge("boards_due", "Followed boards that should be read by now and are not being read.")
_VECTORS = Gauge("vector_backlog", "Jobs whose vectors are to be stored or removed.")
_SEARCHES = Gauge("saved_searches_due", "Saved searches that should have been looked at by now.")


class PostgresJobsGauges:
    """Counts runs, boards, and what waits for the background."""

    def __init__(self, engine: ReadEngine, clock: Clock) -> None:
        self._engine = engine.engine
        self._clock = clock

    async def read(self) -> Sequence[Reading]:
        now = self._clock.now()
        async with self._engine.connect() as connection:
            runs = {str(s): int(n) for s, n in await connection.execute(_COUNT_RUNS, {"since": now - _COUNTED_FOR})}
            boards = (await connection.execute(_COUNT_BOARDS, {"now": now})).one()
            vectors = (await connection.execute(_COUNT_VECTORS)).scalar_one()
            searches = (await connection.execute(_COUNT_SEARCHES, {"now": now})).scalar_one()
        by_status = [Reading(_RUNS, count, (status,)) for status, count in (dict.fromkeys(_STATUSES, 0) | runs).items()]
        waiting = [Reading(_VECTORS, vectors), Reading(_SEARCHES, searches)]
        return [*by_status, Reading(_FOLLOWED, boards.followed), Reading(_DUE, boards.due), *waiting]


_COUNT_RUNS = (
    select(source_run.c.status, func.count())
    .where(source_run.c.started_at >= bindparam("since"))
    .group_by(source_run.c.status)
)
_is_free = or_(board.c.lease_until.is_(None), board.c.lease_until < bindparam("now"))
_COUNT_BOARDS = select(
    func.count().label("followed"),
    func.count().filter(board.c.next_run_at <= bindparam("now"), _is_free).label("due"),
).where(board.c.followed)
_COUNT_VECTORS = select(func.count()).select_from(vector_backlog)
_COUNT_SEARCHES = select(func.count()).select_from(saved_search).where(saved_search.c.due_at <= bindparam("now"))
