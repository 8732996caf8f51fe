"""Finding like jobs by vectors."""

import asyncio
from collections.abc import Sequence

from careercopilot.modules.jobs.api.models import JobView
from careercopilot.modules.jobs.domain.likeness import Alike, JobWords, Vector, candidates
from careercopilot.modules.jobs.ports.embedder import Embedder
from careercopilot.modules.jobs.ports.indexable_jobs import IndexableJobs
from careercopilot.modules.jobs.ports.vector_index import VectorIndex


class NearbyJobs:
    """Asks the vector store; a job that does not belong there (it is closed, or somebody's own) is placed by hand."""

    def __init__(self, index: VectorIndex, embedder: Embedder, indexable: IndexableJobs) -> None:
        self._index = index
        self._embedder = embedder
        self._indexable = indexable

    async def near(self, job: JobView, limit: int) -> Sequence[Alike] | None:
        """Return the likest jobs; None when the job is not indexed yet. Raises VectorIndexUnavailable."""
        found = await self._index.nearest_to(job.id, candidates(limit))
        if found is None:
            if await self._indexable.words_of([job.id]):
                return None
            found = await self._index.nearest(await self._place(job), candidates(limit))
        return [alike for alike in found if alike.likeness >= self._embedder.least_likeness]

    async def _place(self, job: JobView) -> Vector:
        words = JobWords.of(job.title, job.description_text)
        (vector,) = await asyncio.to_thread(self._embedder.embed, [words])
        return vector
