"""Keeping the vector store up to date."""

import asyncio

import structlog
from dishka import AsyncContainer

from careercopilot.modules.jobs.api.similar_jobs import VectorBatch
from careercopilot.modules.jobs.api.use_cases.similar_jobs import IndexVectors

_log = structlog.get_logger("careercopilot.vectors")
_TRIES = 5


class VectorDuty:
    """Works off the backlog, once at a time in this process. One object per process."""

    def __init__(self, container: AsyncContainer) -> None:
        self._container = container
        self._working = False
        self._called_again = False

    async def run(self) -> None:
        """Work until nothing waits; called again meanwhile, it only looks once more at the end."""
        if self._working:
            self._called_again = True
            return
        self._working = True
        try:
            self._called_again = True
            while self._called_again:
                self._called_again = False
                await self._work_off()
        finally:
            self._working = False

    async def _work_off(self) -> None:
        stored = removed = tries = 0
        while True:
            batch = await self._batch()
            stored += batch.stored
            removed += batch.removed
            if not batch.done:
                tries += 1
                if not batch.again_after or tries > _TRIES:
                    break
                await asyncio.sleep(batch.again_after)  # it may only be starting; later the schedule comes by
        if stored or removed:
            _log.info("vectors.indexed", stored=stored, removed=removed)

    async def _batch(self) -> VectorBatch:
        async with self._container() as scope:
            index_vectors: IndexVectors = await scope.get(IndexVectors)
            return await index_vectors()
