"""Reading the catalogue in memory."""

from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.jobs.cards import Cards
from careercopilot.adapters.memory.jobs.filter_tests import passes
from careercopilot.adapters.memory.jobs.listing import in_order, slice_of
from careercopilot.adapters.memory.jobs.rows import HIDDEN_JOBS, JOB_SEARCH, JOBS, JobRow, JobSearchRow
from careercopilot.kernel.paging import COUNT_CAP
from careercopilot.modules.jobs.api.job_lists import FacetValue
from careercopilot.modules.jobs.api.models import JobStatus, JobSummary, JobView
from careercopilot.modules.jobs.domain.facets import COUNTED_JOBS, FACET_VALUES
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.job_order import NEWEST_FIRST, JobOrder
from careercopilot.modules.jobs.ports.job_views import FoundJobs, Window


class MemoryJobViews:
    """Looks at every job, each time."""

    def __init__(self, database: MemoryDatabase) -> None:
        self._database = database
        self._cards = Cards(database)

    async def search(self, viewer_id: UUID, filters: JobFilters, order: JobOrder, window: Window) -> FoundJobs:
        found = in_order(self._matching(viewer_id, filters), order, filters.search)
        shown, following = slice_of(found, order, window)
        jobs = self._jobs()
        return FoundJobs(
            cards=tuple(self._cards.card(viewer_id, jobs[row.job_id]) for row in shown),
            total=min(len(found), COUNT_CAP + 1),
            next=following,
            unknown_counts={name: len(self._matching(viewer_id, filters, name)) for name in filters.lackable()},
        )

    async def facets(
        self, viewer_id: UUID, filters: JobFilters, names: Sequence[str]
    ) -> Mapping[str, tuple[FacetValue, ...]]:
        found = in_order(self._matching(viewer_id, filters), NEWEST_FIRST, None)[:COUNTED_JOBS]
        return {name: self._facet(name, found) for name in names}

    async def find(self, viewer_id: UUID, job_id: UUID) -> JobView | None:
        job = self._jobs().get(job_id)
        return self._cards.whole(viewer_id, job) if job and _may_see(viewer_id, job) else None

    async def summaries(self, viewer_id: UUID, job_ids: Sequence[UUID]) -> Mapping[UUID, JobSummary]:
        jobs = self._jobs()
        known = (jobs[job_id] for job_id in job_ids if job_id in jobs)
        return {job.id: self._summary(job) for job in known if _may_see(viewer_id, job)}

    def _jobs(self) -> dict[UUID, JobRow]:
        return self._database.table(JOBS)

    def _matching(self, viewer_id: UUID, filters: JobFilters, lacking: str | None = None) -> list[JobSearchRow]:
        rows: list[JobSearchRow] = list(self._database.table(JOB_SEARCH).values())
        jobs, hidden = self._jobs(), self._database.table(HIDDEN_JOBS)
        return [
            row
            for row in rows
            if _may_see(viewer_id, jobs[row.job_id])
            and (filters.include_hidden or (viewer_id, row.job_id) not in hidden)
            and passes(filters, row, lacking)
        ]

    def _facet(self, name: str, rows: Sequence[JobSearchRow]) -> tuple[FacetValue, ...]:
        counts = Counter(value for row in rows for value in self._facet_values(name, row))
        frequent = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
        return tuple(FacetValue(*counted) for counted in frequent[:FACET_VALUES])

    def _facet_values(self, name: str, row: JobSearchRow) -> tuple[str, ...]:
        job = self._jobs()[row.job_id]
        values: dict[str, tuple[str, ...]] = {
            "company": (job.company_name,),
            "location": tuple(dict.fromkeys(place.text for place in job.locations)),
            "remote": (row.remote.value,),
            "employment_type": (row.employment_type.value,),
            "seniority": () if row.seniority is None else (row.seniority,),
            "source": row.sources,
            "country": tuple(country.upper() for country in row.countries),
            "skills": row.skills,
        }
        return values[name]

    def _summary(self, job: JobRow) -> JobSummary:
        postings = self._cards.postings(job.id)
        return JobSummary(
            id=job.id,
            title=job.title,
            company=job.company_name,
            url=job.url,
            source=postings[0].source if postings else None,
            status=JobStatus.OPEN if job.closed_at is None else JobStatus.CLOSED,
        )


def _may_see(viewer_id: UUID, job: JobRow) -> bool:
    return job.owner_id in {None, viewer_id}
