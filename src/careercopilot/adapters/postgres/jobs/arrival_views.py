"""Searches held against the row of arrivals, on PostgreSQL."""

from functools import lru_cache
from uuid import UUID

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.bounded_reads import BoundedReads
from careercopilot.adapters.postgres.jobs.search_conditions import conditions, values
from careercopilot.adapters.postgres.jobs.search_sql import Shape, where
from careercopilot.adapters.postgres.jobs.statements import Statement, prepared
from careercopilot.modules.jobs.api.events import SavedSearchMatched
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.ports.arrivals import Matched


class PostgresArrivalViews:
    """The conditions are those of lists, so a saved search finds what its list shows."""

    def __init__(self, engine: ReadEngine) -> None:
        self._reads = BoundedReads(engine)

    async def matching(self, user_id: UUID, filters: JobFilters, after: int, upto: int) -> Matched:
        shape = Shape(conditions(filters), filters.lackable(), filters.include_hidden, filters.include_unknown)
        place = {"viewer": user_id, "after": after, "upto": upto, "limit": SavedSearchMatched.MOST_NAMED}
        row = await self._reads.first(_statement(shape), values(filters) | place)
        assert row is not None  # noqa: S101 - the statement has no FROM, so it has one row
        return Matched(tuple(row[0]), min(row[1], SavedSearchMatched.MOST_COUNTED))


@lru_cache(maxsize=1024)
def _statement(shape: Shape) -> Statement:
    return prepared(f"""
        WITH hits AS MATERIALIZED (
            SELECT s.job_id, s.sort_date FROM jobs.arrival a JOIN jobs.job_search s ON s.job_id = a.job_id
            WHERE a.sequence > :after AND a.sequence <= :upto AND {where(shape)})
        SELECT ARRAY(SELECT job_id FROM hits ORDER BY sort_date DESC, job_id DESC LIMIT :limit),
            (SELECT count(*) FROM hits)
    """)  # noqa: S608 - constants of ours
