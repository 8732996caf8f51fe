"""Gathering what a letter may say, from the contexts that know it."""

from uuid import UUID

from careercopilot.kernel.errors import InvalidInput, NotFound
from careercopilot.modules.content.api.errors import ResumeNotFound
from careercopilot.modules.content.api.models import CoverLetterWish
from careercopilot.modules.content.domain.material import Candidate, Opening
from careercopilot.modules.identity.api.use_cases.accounts import ViewUser
from careercopilot.modules.jobs.api.models import JobView, Remote
from careercopilot.modules.jobs.api.use_cases.jobs import ViewJob
from careercopilot.modules.tracking.api.use_cases.applications import ViewApplication


class LetterMaterial:
    """Asks identity for the person, and jobs or tracking for the opening."""

    def __init__(self, view_user: ViewUser, view_job: ViewJob, view_application: ViewApplication) -> None:
        self._view_user = view_user
        self._view_job = view_job
        self._view_application = view_application

    async def gather(self, user_id: UUID, wish: CoverLetterWish) -> tuple[Candidate, Opening]:
        """Return the person and the opening. Raises InvalidInput, NotFound."""
        if (wish.job_id is None) == (wish.application_id is None):
            raise InvalidInput("job_id", "give either job_id or application_id")
        if wish.resume_id is not None:
            raise ResumeNotFound(wish.resume_id)
        opening = await self._opening(user_id, wish.job_id, wish.application_id)
        return await self._candidate(user_id), opening

    async def _candidate(self, user_id: UUID) -> Candidate:
        user = await self._view_user(user_id)
        return Candidate(
            full_name=user.full_name,
            headline=user.headline,
            locations=user.locations,
            remote_preference=user.remote_preference,
            target_titles=user.target_titles,
            skills=user.skills,
            locale=user.locale,
        )

    async def _opening(self, user_id: UUID, job_id: UUID | None, application_id: UUID | None) -> Opening:
        if application_id is None:
            assert job_id is not None  # noqa: S101 - one of them is named
            return _of_job(await self._view_job(user_id, job_id))
        application = await self._view_application(user_id, application_id)
        if application.job_id is not None:
            try:
                return _of_job(await self._view_job(user_id, application.job_id))
            except NotFound:  # the job is gone, but what the person noted of it is not
                pass
        return Opening(source="application", title=application.title, company=application.company)


def _of_job(job: JobView) -> Opening:
    return Opening(
        source="job",
        title=job.title,
        company=job.company.name,
        locations=tuple(place.text for place in job.locations),
        remote=None if job.remote is Remote.UNKNOWN else job.remote.value,
        description=job.description_text,
        language=job.language,
    )
