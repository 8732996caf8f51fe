"""Looking for jobs like one."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.metrics import Counter, Metrics
from careercopilot.modules.jobs.api.errors import JobNotFound
from careercopilot.modules.jobs.api.models import JobCard, JobView
from careercopilot.modules.jobs.api.similar_jobs import MOST_SIMILAR, SimilarJobs
from careercopilot.modules.jobs.domain.engaged_cards import with_applications
from careercopilot.modules.jobs.domain.likeness import varied
from careercopilot.modules.jobs.handlers.nearby_jobs import NearbyJobs
from careercopilot.modules.jobs.handlers.worded_alike import WordedAlike
from careercopilot.modules.jobs.ports.engagements import Engagements
from careercopilot.modules.jobs.ports.job_cards import JobCards
from careercopilot.modules.jobs.ports.job_views import JobViews
from careercopilot.modules.jobs.ports.vector_index import VectorIndexUnavailable

NOT_INDEXED: Final = "job is not indexed yet"
ASKED = Counter("similar_jobs_total", "Questions for similar jobs, by what answered them.", ("by",))


class FindSimilarJobsHandler:
    """Vectors first; words when they cannot answer, and then it says so."""

    def __init__(
        self,
        *,
        jobs: JobViews,
        nearby: NearbyJobs,
        worded: WordedAlike,
        cards: JobCards,
        engagements: Engagements,
        metrics: Metrics,
    ) -> None:
        self._jobs = jobs
        self._nearby = nearby
        self._worded = worded
        self._cards = cards
        self._engagements = engagements
        self._metrics = metrics

    async def __call__(self, viewer_id: UUID, job_id: UUID, limit: int = 10) -> SimilarJobs:
        if not 1 <= limit <= MOST_SIMILAR:
            raise InvalidInput("limit", f"must be between 1 and {MOST_SIMILAR}")
        job = await self._jobs.find(viewer_id, job_id)
        if job is None:
            raise JobNotFound(job_id)
        near, reason = await self._by_vectors(viewer_id, job, limit)
        by_vectors = near is not None
        cards = near if near is not None else await self._worded.near(viewer_id, job, limit)
        shown = varied(cards, limit)
        self._metrics.count(ASKED, "vectors" if by_vectors else "words")
        applications = await self._engagements.applications(viewer_id, [card.id for card in shown])
        return SimilarJobs(with_applications(shown, applications), "vectors" if by_vectors else "words", reason)

    async def _by_vectors(
        self, viewer_id: UUID, job: JobView, limit: int
    ) -> tuple[Sequence[JobCard] | None, str | None]:
        """Return what vectors find, or nothing and the reason."""
        try:
            near = await self._nearby.near(job, limit)
        except VectorIndexUnavailable as away:
            return None, away.message
        if near is None:
            return None, NOT_INDEXED
        cards = await self._cards.shown(viewer_id, [alike.job_id for alike in near if alike.job_id != job.id])
        return [cards[alike.job_id] for alike in near if alike.job_id in cards], None
