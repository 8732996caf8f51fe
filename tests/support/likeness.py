"""Vectors in tests: an index that goes away and comes back, and the backlog worked off."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from dishka import AsyncContainer, Provider, Scope

from careercopilot.adapters.memory.jobs.vector_index import MemoryVectorIndex
from careercopilot.modules.jobs.api.similar_jobs import SimilarJobs, VectorBatch
from careercopilot.modules.jobs.api.use_cases.similar_jobs import FindSimilarJobs, IndexVectors
from careercopilot.modules.jobs.domain.likeness import Alike, Vector
from careercopilot.modules.jobs.ports.vector_index import VectorIndex, VectorIndexUnavailable


class FickleVectorIndex(MemoryVectorIndex):
    """Answers unless it is ``away``; ``writes`` says how many writings more it takes before it goes."""

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.writes: int | None = None

    async def put(self, vectors: Mapping[UUID, Vector]) -> None:
        self._write()
        await super().put(vectors)

    async def remove(self, job_ids: Collection[UUID]) -> None:
        self._write()
        await super().remove(job_ids)

    async def nearest(self, vector: Vector, limit: int) -> Sequence[Alike]:
        self._answer()
        return await super().nearest(vector, limit)

    async def nearest_to(self, job_id: UUID, limit: int) -> Sequence[Alike] | None:
        self._answer()
        return await super().nearest_to(job_id, limit)

    async def count(self) -> int:
        self._answer()
        return await super().count()

    async def reset(self) -> None:
        self._answer()
        await super().reset()

    def _answer(self) -> None:
        if self.away:
            raise VectorIndexUnavailable

    def _write(self) -> None:
        self._answer()
        if self.writes is not None:
            self.writes -= 1
            self.away = self.writes < 0
            self._answer()


def with_index(index: VectorIndex) -> Provider:
    provider = Provider(scope=Scope.APP)
    provider.provide(lambda: index, provides=VectorIndex, override=True)
    return provider


async def index_once(container: AsyncContainer) -> VectorBatch:
    async with container() as scope:
        index_vectors: IndexVectors = await scope.get(IndexVectors)
        return await index_vectors()


async def index_all(container: AsyncContainer) -> tuple[int, int]:
    """Work off the backlog; return how many jobs were stored and removed."""
    stored = removed = 0
    while (batch := await index_once(container)).done:
        stored += batch.stored
        removed += batch.removed
    assert batch.away is None
    return stored, removed


async def similar(container: AsyncContainer, viewer_id: UUID, job_id: UUID, limit: int = 10) -> SimilarJobs:
    async with container() as scope:
        find_similar_jobs: FindSimilarJobs = await scope.get(FindSimilarJobs)
        return await find_similar_jobs(viewer_id, job_id, limit)


def titles(found: SimilarJobs) -> list[str]:
    return [card.title for card in found.jobs]
