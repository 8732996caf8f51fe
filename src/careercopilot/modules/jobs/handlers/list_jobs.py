"""Searching and looking through the catalogue."""

from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.paging import COUNT_CAP, Page, PageRequest, capped
from careercopilot.modules.jobs.api.job_lists import Correction, JobList, JobQuery
from careercopilot.modules.jobs.api.models import JobCard
from careercopilot.modules.jobs.domain.engaged_cards import with_applications
from careercopilot.modules.jobs.domain.facets import read_facets
from careercopilot.modules.jobs.domain.job_filters import JobFilters, read_filters
from careercopilot.modules.jobs.domain.job_order import JobOrder, read_order
from careercopilot.modules.jobs.domain.job_positions import read_cursor, write_cursor
from careercopilot.modules.jobs.domain.spelling import correctable, corrected, nearest
from careercopilot.modules.jobs.handlers.facet_counting import FacetCounting
from careercopilot.modules.jobs.ports.board_readers import BoardReaders
from careercopilot.modules.jobs.ports.engagements import Engagements
from careercopilot.modules.jobs.ports.job_views import FoundJobs, JobViews, Window
from careercopilot.modules.jobs.ports.terms import Terms


class ListJobsHandler:
    """Reads what was asked for, searches, and tries again with better spelling when nothing is found."""

    def __init__(
        self, jobs: JobViews, facets: FacetCounting, terms: Terms, engagements: Engagements, readers: BoardReaders
    ) -> None:
        self._jobs = jobs
        self._facets = facets
        self._readers = readers
        self._terms = terms
        self._engagements = engagements

    async def __call__(self, viewer_id: UUID, query: JobQuery, page: PageRequest) -> JobList:
        filters = read_filters(query, self._readers.names)
        order = read_order(query.sort, filters)
        facets = read_facets(query.facets)
        window = _window(order, page)
        found = await self._jobs.search(viewer_id, filters, order, window)
        corrections: tuple[Correction, ...] = ()
        searched = filters
        if found.total == 0:
            searched, corrections = await self._better_spelt(filters)
        if corrections:
            found = await self._jobs.search(viewer_id, searched, order, window)
        return JobList(
            page=await self._page(viewer_id, found, order, page),
            filters=filters.applied(),
            unknown_counts={name: min(count, COUNT_CAP) for name, count in found.unknown_counts.items()},
            facets=await self._facets.count(viewer_id, searched, facets, found) if facets else None,
            corrections=corrections,
        )

    async def _better_spelt(self, filters: JobFilters) -> tuple[JobFilters, tuple[Correction, ...]]:
        words = correctable(filters.search) if filters.search else ()
        if filters.search is None or not words:
            return filters, ()
        likely = {word: nearest(word, known) for word, known in (await self._terms.alike(words)).items()}
        corrections = {wrong: right for wrong, right in likely.items() if right is not None}
        search = corrected(filters.search, corrections)
        return filters.searching(search), tuple(Correction(*pair) for pair in corrections.items())

    async def _page(self, viewer_id: UUID, found: FoundJobs, order: JobOrder, page: PageRequest) -> Page[JobCard]:
        applications = await self._engagements.applications(viewer_id, [card.id for card in found.cards])
        total, relation = capped(found.total)
        return Page(
            items=with_applications(found.cards, applications),
            request=page,
            total=total,
            total_relation=relation,
            next_cursor=write_cursor(order, found.next) if found.next else None,
        )


def _window(order: JobOrder, page: PageRequest) -> Window:
    if page.cursor is None:
        return Window(page.limit, page.offset)
    if page.page != 1:
        raise InvalidInput("page", "give either page or cursor")
    return Window(page.limit, position=read_cursor(order, page.cursor))
