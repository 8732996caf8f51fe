"""Looking through saved jobs."""

from dataclasses import replace
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.paging import Page, PageRequest
from careercopilot.modules.jobs.api.saved_jobs import SavedJobView
from careercopilot.modules.jobs.domain.engaged_cards import with_applications
from careercopilot.modules.jobs.ports.engagements import Engagements
from careercopilot.modules.jobs.ports.saved_jobs import SavedJobViews


class ListSavedJobsHandler:
    """Shows them with the person's applications for the jobs."""

    def __init__(self, saved_jobs: SavedJobViews, engagements: Engagements) -> None:
        self._saved_jobs = saved_jobs
        self._engagements = engagements

    async def __call__(self, user_id: UUID, tag: str | None, page: PageRequest) -> Page[SavedJobView]:
        if page.cursor is not None:
            raise InvalidInput("cursor", "this list is read by page")
        found = await self._saved_jobs.page(user_id, (tag or "").strip() or None, page)
        applications = await self._engagements.applications(user_id, [saved.job.id for saved in found.items])
        jobs = with_applications([saved.job for saved in found.items], applications)
        items = tuple(replace(saved, job=job) for saved, job in zip(found.items, jobs, strict=True))
        return replace(found, items=items)
