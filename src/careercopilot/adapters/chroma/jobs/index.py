"""The vectors of jobs in Chroma."""

from collections.abc import Collection as Several
from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from careercopilot.adapters.chroma.jobs.client import Collection
from careercopilot.adapters.chroma.jobs.store import ChromaStore
from careercopilot.kernel.slices import slices
from careercopilot.modules.jobs.domain.likeness import Alike, Vector

PREFIX = "careercopilot-jobs-"
_QUESTION, _UPKEEP = 1.0, 10.0
_AT_ONCE = 500


class ChromaVectorIndex:
    """Asks without filters, which cost Chroma twenty times as much; who may see what is decided in the database."""

    def __init__(self, store: ChromaStore) -> None:
        self._store = store

    async def put(self, vectors: Mapping[UUID, Vector]) -> None:
        for some in slices(vectors.items(), _AT_ONCE):
            await self._store.use(_UPKEEP, partial(_put, some))

    async def remove(self, job_ids: Several[UUID]) -> None:
        for some in slices(job_ids, _AT_ONCE):
            await self._store.use(_UPKEEP, partial(_remove, some))

    async def nearest(self, vector: Vector, limit: int) -> Sequence[Alike]:
        return await self._store.use(_QUESTION, lambda collection: _nearest(collection, vector, limit))

    async def nearest_to(self, job_id: UUID, limit: int) -> Sequence[Alike] | None:
        async def ask(collection: Collection) -> Sequence[Alike] | None:
            found = await collection.get(ids=[str(job_id)], include=["embeddings"])
            if not found["ids"]:
                return None
            near = await _nearest(collection, found["embeddings"][0], limit + 1)
            return [alike for alike in near if alike.job_id != job_id][:limit]

        return await self._store.use(_QUESTION, ask)

    async def count(self) -> int:
        return await self._store.use(_UPKEEP, lambda collection: collection.count())

    async def reset(self) -> None:
        await self._store.forget(_UPKEEP, PREFIX)


async def _put(vectors: Sequence[tuple[UUID, Vector]], collection: Collection) -> None:
    await collection.upsert(ids=[str(job_id) for job_id, _ in vectors], embeddings=[vector for _, vector in vectors])


async def _remove(job_ids: Sequence[UUID], collection: Collection) -> None:
    await collection.delete(ids=[str(job_id) for job_id in job_ids])


async def _nearest(collection: Collection, vector: Vector, limit: int) -> Sequence[Alike]:
    answer = await collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
    pairs = zip(answer["ids"][0], answer["distances"][0], strict=True)
    return [Alike(UUID(name), max(0.0, min(1.0, 1.0 - distance))) for name, distance in pairs]
