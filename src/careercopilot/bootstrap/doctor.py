"""Examining an installation."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from careercopilot.adapters.postgres.core.inspection import ServerFacts, inspect
from careercopilot.adapters.postgres.migrations.revision import NEWEST
from careercopilot.bootstrap.database import open_database
from careercopilot.bootstrap.local_database import EmbeddedPostgresError
from careercopilot.bootstrap.local_vectors import running_vector_store
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.errors import CareerCopilotError
from careercopilot.modules.jobs.api.similar_jobs import VectorState
from careercopilot.modules.jobs.api.use_cases.similar_jobs import ViewVectorState

_OLDEST_SERVER = 150_000
_OLDEST_REDIS = (6, 2)
_EXTENSIONS = ("btree_gin", "pg_trgm", "unaccent")
_PROCESSES = 2
_NEARLY_ALL = 0.9


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what, whether it is well, and what was seen or is to be done."""

    subject: str
    ok: bool
    detail: str


async def examine(settings: Settings) -> Sequence[Finding]:
    """Look at everything that can be looked at."""
    try:
        async with open_database(settings) as url:
            facts = await inspect(url)
            vectors = await _vectors(settings, url) if facts.revision == NEWEST else []
    except (CareerCopilotError, EmbeddedPostgresError, OSError, TimeoutError) as error:
        found = [Finding("database", ok=False, detail=str(error) or type(error).__name__)]
    else:
        found = [_version(facts), *_extensions(facts), _schema(facts), _connections(facts, settings), *vectors]
    return [*found, *await _redis(settings)]


def _version(facts: ServerFacts) -> Finding:
    return Finding(
        "PostgreSQL", facts.version_number >= _OLDEST_SERVER, f"version {facts.version}; 15 or newer is needed"
    )


def _extensions(facts: ServerFacts) -> list[Finding]:
    found = []
    for name in _EXTENSIONS:
        there = name in facts.extensions_available
        detail = "available" if there else f"the server lacks it; install PostgreSQL's contrib package for {name}"
        found.append(Finding(f"extension {name}", there, detail))
    return found


def _schema(facts: ServerFacts) -> Finding:
    if facts.revision == NEWEST:
        return Finding("schema", ok=True, detail=f"up to date at {NEWEST}")
    return Finding(
        "schema", ok=False, detail=f"at {facts.revision or 'nothing'}, run `careercopilot migrate` for {NEWEST}"
    )


def _connections(facts: ServerFacts, settings: Settings) -> Finding:
    wanted = _PROCESSES * (settings.pool_size + settings.pool_overflow + 1)
    detail = f"{_PROCESSES} processes may open {wanted}, the server allows {facts.max_connections}"
    return Finding("connections", wanted <= facts.max_connections - facts.reserved_connections, detail)


async def _vectors(settings: Settings, url: str) -> list[Finding]:
    if settings.chroma_url == "off":
        return []
    address = settings.chroma_url or await asyncio.to_thread(running_vector_store, settings.data_dir)
    if address is None and settings.database_url is not None:
        return []
    if address is None:
        return [Finding("vector store", ok=True, detail="not running now; `careercopilot up` starts it")]
    from careercopilot.bootstrap.container import postgres_container  # noqa: PLC0415 - only where there is one

    container = postgres_container(settings.model_copy(update={"chroma_url": address}), url)
    try:
        async with container() as scope:
            return [_agreement(await (await scope.get(ViewVectorState))())]
    finally:
        await container.close()


def _agreement(state: VectorState) -> Finding:
    if state.stored is None:
        return Finding("vector store", ok=False, detail=f"{state.away}; similar jobs are found by words meanwhile")
    detail = f"{state.stored} of {state.open_jobs} open jobs are in it, {state.waiting} wait"
    complete = state.stored + state.waiting >= state.open_jobs * _NEARLY_ALL
    return Finding("vector store", complete, detail if complete else f"{detail}; run `careercopilot reindex`")


async def _redis(settings: Settings) -> list[Finding]:
    if settings.redis_url is None:
        return []
    from careercopilot.adapters.redis.inspection import version_of  # noqa: PLC0415 - only where there is a Redis

    try:
        version = await version_of(settings.redis_url.get_secret_value())
    except CareerCopilotError as error:
        return [Finding("Redis", ok=False, detail=str(error))]
    return [
        Finding("Redis", version >= _OLDEST_REDIS, f"version {'.'.join(map(str, version))}; 6.2 or newer is needed")
    ]
