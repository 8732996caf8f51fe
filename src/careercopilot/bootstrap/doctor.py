"""Examining an installation."""

from collections.abc import Sequence
from dataclasses import dataclass

from careercopilot.adapters.postgres.core.inspection import ServerFacts, inspect
from careercopilot.adapters.postgres.migrations.revision import NEWEST
from careercopilot.bootstrap.database import open_database
from careercopilot.bootstrap.local_database import EmbeddedPostgresError
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.errors import CareerCopilotError

_OLDEST_SERVER = 150_000
_EXTENSIONS = ("btree_gin", "pg_trgm", "unaccent")
_PROCESSES = 2


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
    except (CareerCopilotError, EmbeddedPostgresError, OSError, TimeoutError) as error:
        return [Finding("database", ok=False, detail=str(error) or type(error).__name__)]
    return [_version(facts), *_extensions(facts), _schema(facts), _connections(facts, settings)]


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
