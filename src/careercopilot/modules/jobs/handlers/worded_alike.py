"""Finding like jobs by the words of a title."""

from collections.abc import Sequence
from uuid import UUID

from careercopilot.modules.jobs.api.models import JobCard, JobView
from careercopilot.modules.jobs.domain.job_filters import JobFilters
from careercopilot.modules.jobs.domain.job_order import BEST_FIRST
from careercopilot.modules.jobs.domain.likeness import candidates
from careercopilot.modules.jobs.domain.title_searches import title_searches
from careercopilot.modules.jobs.ports.job_views import JobViews, Window


class WordedAlike:
    """Searches for fewer and fewer words of the title, until there is enough to show."""

    def __init__(self, jobs: JobViews) -> None:
        self._jobs = jobs

    async def near(self, viewer_id: UUID, job: JobView, limit: int) -> Sequence[JobCard]:
        """Return jobs that the viewer may see and has not hidden, those that share most words first."""
        found: dict[UUID, JobCard] = {}
        wanted = candidates(limit)
        for search in title_searches(job.title):
            asked = " ".join(word for term in search.wanted for word in term.words)
            filters = JobFilters(q=asked, search=search)
            answer = await self._jobs.search(viewer_id, filters, BEST_FIRST, Window(wanted))
            for card in answer.cards:
                found.setdefault(card.id, card)
            if len(found) > wanted:
                break
        found.pop(job.id, None)
        return tuple(found.values())
