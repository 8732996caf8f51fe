"""Comparing the vector store with the catalogue."""

from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.similar_jobs import VectorState
from careercopilot.modules.jobs.ports.embedder import Embedder
from careercopilot.modules.jobs.ports.indexable_jobs import IndexableJobs
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog
from careercopilot.modules.jobs.ports.vector_index import VectorIndex, VectorIndexUnavailable


class ViewVectorStateHandler:
    """Counts on both sides."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        backlog: VectorBacklog,
        indexable: IndexableJobs,
        index: VectorIndex,
        embedder: Embedder,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._backlog = backlog
        self._indexable = indexable
        self._index = index
        self._embedder = embedder

    async def __call__(self) -> VectorState:
        stored, away = await self._stored()
        async with self._unit_of_work:
            waiting = await self._backlog.count()
        return VectorState(
            embedder=self._embedder.name,
            open_jobs=await self._indexable.count(),
            waiting=waiting,
            stored=stored,
            away=away,
        )

    async def _stored(self) -> tuple[int | None, str | None]:
        try:
            return await self._index.count(), None
        except VectorIndexUnavailable as away:
            return None, away.message
