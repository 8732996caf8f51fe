"""Bringing the vector store up to date."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.unit_of_work import UnitOfWork
from careercopilot.modules.jobs.api.similar_jobs import VectorBatch
from careercopilot.modules.jobs.domain.likeness import JobWords
from careercopilot.modules.jobs.ports.embedder import Embedder
from careercopilot.modules.jobs.ports.indexable_jobs import IndexableJobs
from careercopilot.modules.jobs.ports.vector_backlog import VectorBacklog, Waiting
from careercopilot.modules.jobs.ports.vector_index import VectorIndex, VectorIndexUnavailable

BATCH: Final = 200
LEASE: Final = timedelta(seconds=60)


class IndexVectorsHandler:
    """Claims, computes and stores outside of any transaction; what is interrupted waits for its lease to run out."""

    def __init__(
        self,
        *,
        unit_of_work: UnitOfWork,
        backlog: VectorBacklog,
        indexable: IndexableJobs,
        embedder: Embedder,
        index: VectorIndex,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._backlog = backlog
        self._indexable = indexable
        self._embedder = embedder
        self._index = index
        self._clock = clock

    async def __call__(self) -> VectorBatch:
        try:
            held = await self._index.count()
        except VectorIndexUnavailable as away:
            return _away(away)
        claimed = await self._claim(refill=held == 0)
        if not claimed:
            return VectorBatch()
        words = await self._indexable.words_of([waiting.job_id for waiting in claimed])
        gone = [waiting.job_id for waiting in claimed if waiting.job_id not in words]
        try:
            await self._store(words)
            await self._index.remove(gone)
        except VectorIndexUnavailable as away:
            await self._give_back(claimed)
            return _away(away)
        async with self._unit_of_work as uow:
            await self._backlog.settle(claimed)
            await uow.commit()
        return VectorBatch(stored=len(words), removed=len(gone))

    async def _claim(self, *, refill: bool) -> Sequence[Waiting]:
        now = self._clock.now()
        async with self._unit_of_work as uow:
            claimed = await self._backlog.claim(BATCH, now, now + LEASE)
            # An empty store has lost everything, or is new; unless others are just filling it.
            if not claimed and refill and await self._backlog.count() == 0:
                await self._backlog.want_all_open(now)
                claimed = await self._backlog.claim(BATCH, now, now + LEASE)
            await uow.commit()
        return claimed

    async def _store(self, words: Mapping[UUID, JobWords]) -> None:
        vectors = await asyncio.to_thread(self._embedder.embed, list(words.values()))
        await self._index.put(dict(zip(words, vectors, strict=True)))

    async def _give_back(self, claimed: Sequence[Waiting]) -> None:
        async with self._unit_of_work as uow:
            await self._backlog.give_back(claimed)
            await uow.commit()


def _away(error: VectorIndexUnavailable) -> VectorBatch:
    return VectorBatch(away=error.message, again_after=error.retry_after)
