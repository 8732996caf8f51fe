"""Reading the catalogue from PostgreSQL."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

import msgspec

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.bounded_reads import BoundedReads
from careercopilot.adapters.postgres.jobs.card_sql import WHOLE_JOB
from careercopilot.adapters.postgres.jobs.facet_sql import facet_statement
from careercopilot.adapters.postgres.jobs.search_conditions import conditions, values
from careercopilot.adapters.postgres.jobs.search_sql import Shape, list_statement
from careercopilot.adapters.postgres.jobs.statements import prepared
from careercopilot.modules.jobs.api.job_lists import FacetValue
from careercopilot.modules.jobs.api.models import JobCard, JobStatus, JobSummary, JobView
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.job_order import NEWEST_FIRST, RANKED_CANDIDATES, JobOrder
from careercopilot.modules.jobs.domain.job_positions import After, Position, Ranked
from careercopilot.modules.jobs.ports.job_views import FoundJobs, Window

_SUMMARIES = prepared("""
    SELECT j.id, j.title, j.company_name, j.url, j.closed_at,
        (SELECT p.source FROM jobs.posting p WHERE p.job_id = j.id ORDER BY p.first_seen_at, p.id LIMIT 1) AS source
    FROM jobs.job j WHERE j.id = ANY(:job_ids) AND (j.owner_id IS NULL OR j.owner_id = :viewer)
""")
_ONE = prepared(WHOLE_JOB)


class _Edge(msgspec.Struct):
    """Where in its order a card stands."""

    id: UUID
    sort_date: date
    pay: float | None


_cards = msgspec.json.Decoder(list[JobCard])
_edges = msgspec.json.Decoder(list[_Edge])
_job = msgspec.json.Decoder(JobView)
_facets = msgspec.json.Decoder(dict[str, tuple[FacetValue, ...]])


class PostgresJobViews:
    """One statement for a page, its count and the viewer's marks."""

    def __init__(self, engine: ReadEngine) -> None:
        self._reads = BoundedReads(engine)

    async def search(self, viewer_id: UUID, filters: JobFilters, order: JobOrder, window: Window) -> FoundJobs:
        shape, position = _shape(filters), window.position
        start = "after" if isinstance(position, After) else "offset"
        statement = list_statement(shape, order, start)
        asked = values(filters) | _place(order, window) | {"viewer": viewer_id, "limit": window.limit + 1}
        row = await self._reads.first(statement, asked)
        assert row is not None  # noqa: S101 - the statement has no FROM, so it has one row
        found, total, *unknown = row
        cards, edges = _cards.decode(found or "[]"), _edges.decode(found or "[]")
        return FoundJobs(
            cards=tuple(cards[: window.limit]),
            total=total,
            next=_next(order, window, edges[: window.limit]) if len(cards) > window.limit else None,
            unknown_counts=dict(zip(shape.lackable, unknown, strict=True)),
        )

    async def facets(
        self, viewer_id: UUID, filters: JobFilters, names: Sequence[str]
    ) -> Mapping[str, tuple[FacetValue, ...]]:
        statement = facet_statement(_shape(filters), tuple(names))
        row = await self._reads.first(statement, values(filters) | {"viewer": viewer_id})
        return _facets.decode(row[0]) if row else {}

    async def find(self, viewer_id: UUID, job_id: UUID) -> JobView | None:
        row = await self._reads.first(_ONE, {"viewer": viewer_id, "job_id": job_id})
        return _job.decode(row[0]) if row else None

    async def summaries(self, viewer_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, JobSummary]:
        rows = await self._reads.all(_SUMMARIES, {"viewer": viewer_id, "job_ids": list(job_ids)})
        return {
            job_id: JobSummary(
                id=job_id,
                title=title,
                company=company,
                url=url,
                source=source,
                status=JobStatus.OPEN if closed_at is None else JobStatus.CLOSED,
            )
            for job_id, title, company, url, closed_at, source in rows
        }


def _shape(filters: JobFilters) -> Shape:
    return Shape(conditions(filters), filters.lackable(), filters.include_hidden, filters.include_unknown)


def _place(order: JobOrder, window: Window) -> dict[str, object]:
    position = window.position
    if not isinstance(position, After):
        return {"offset": position.offset if isinstance(position, Ranked) else window.offset}
    keys = NEWEST_FIRST.keys if order.ranked else order.keys
    place: dict[str, object] = {"after_id": position.job_id}
    for key, value in zip(keys, position.values, strict=True):
        lacking = float("-inf") if key.descending else float("inf")
        place[f"after_{key.field}"] = lacking if value is None else value
    return place


def _next(order: JobOrder, window: Window, shown: Sequence[_Edge]) -> Position:
    position = window.position
    last = shown[-1]
    if not order.ranked:
        return After(tuple(last.sort_date if key.field == "posted_date" else last.pay for key in order.keys), last.id)
    if isinstance(position, After):
        return After((last.sort_date,), last.id)
    end = (position.offset if position else window.offset) + len(shown)
    return Ranked(end) if end <= RANKED_CANDIDATES else After((last.sort_date,), last.id)
