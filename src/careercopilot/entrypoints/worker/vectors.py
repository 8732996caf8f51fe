"""Keeping the vector store up to date."""

import asyncio

import structlog
from dishka import AsyncContainer

from careercopilot.modules.jobs.api.similar_jobs import VectorBatch
from careercopilot.modules.jobs.api.use_cases.similar_jobs import IndexVectors

_log = structlog.get_logger("careercopilot.vectors")
_TRIES = 5


async def index_vectors(container: AsyncContainer) -> None:
    """Work until nothing waits or the store does not answer. Can run any number of times, also at once."""
    stored = removed = tries = 0
    while True:
        batch = await _batch(container)
        stored += batch.stored
        removed += batch.removed
        if not batch.done:
            tries += 1
            if not batch.again_after or tries > _TRIES:
                break
            await asyncio.sleep(batch.again_after)  # it may only be starting; later the schedule comes by
    if stored or removed:
        _log.info("vectors.indexed", stored=stored, removed=removed)


async def _batch(container: AsyncContainer) -> VectorBatch:
    async with container() as scope:
        index: IndexVectors = await scope.get(IndexVectors)
        return await index()
