"""The statement that counts the values of the jobs found."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from careercopilot.adapters.postgres.jobs.search_sql import Shape, where
from careercopilot.adapters.postgres.jobs.statements import Statement, prepared
from careercopilot.modules.jobs.domain.facets import COUNTED_JOBS, FACET_VALUES

# Where a facet's values come from: rows of (value), a job being one row for each of its values.
_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "company": "SELECT j.company_name AS value FROM hits JOIN jobs.job j ON j.id = hits.job_id",
        "location": "SELECT DISTINCT j.id, place ->> 'text' AS value FROM hits JOIN jobs.job j ON j.id = hits.job_id"
        " CROSS JOIN LATERAL jsonb_array_elements(j.locations) place",
        "remote": "SELECT remote AS value FROM hits",
        "employment_type": "SELECT employment_type AS value FROM hits",
        "seniority": "SELECT seniority AS value FROM hits WHERE seniority IS NOT NULL",
        "source": "SELECT unnest(sources) AS value FROM hits",
        "country": "SELECT upper(unnest(countries)) AS value FROM hits",
        "skills": "SELECT unnest(skills) AS value FROM hits",
    }
)


@lru_cache(maxsize=1024)
def facet_statement(shape: Shape, names: tuple[str, ...]) -> Statement:
    """Return the statement of facets: one row with one JSON text."""
    columns = "s.job_id, s.remote, s.employment_type, s.seniority, s.sources, s.countries, s.skills"
    newest = "ORDER BY s.sort_date DESC, s.job_id DESC"
    hits = f"SELECT {columns} FROM jobs.job_search s WHERE {where(shape)} {newest} LIMIT {COUNTED_JOBS}"  # noqa: S608
    counts = ", ".join(f"'{name}', ({_frequent(_VALUES[name])})" for name in names)
    return prepared(f"WITH hits AS MATERIALIZED ({hits}) SELECT json_build_object({counts})::text")


def _frequent(values: str) -> str:
    frequent = (
        f'SELECT v.value, count(*) AS "count" FROM ({values}) v GROUP BY v.value'  # noqa: S608 - constants of ours
        f' ORDER BY count(*) DESC, v.value COLLATE "C" LIMIT {FACET_VALUES}'
    )
    return f"SELECT coalesce(json_agg(f), '[]') FROM ({frequent}) f"  # noqa: S608 - as above
