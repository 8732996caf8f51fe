"""What an installation still knows: every row of every table, searched for words."""

from collections.abc import Iterable

import asyncpg
from dishka import AsyncContainer

from careercopilot.adapters.memory.core.database import MemoryDatabase
from careercopilot.adapters.memory.core.idempotency import MemoryIdempotencyRecords
from careercopilot.bootstrap.settings import DatabaseUrl
from careercopilot.kernel.idempotency import IdempotencyRecords

TOMBSTONES = "erased_person"
_TABLES = """
SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2
"""
_TOMBSTONE_COLUMNS = """
SELECT DISTINCT string_agg(column_name || ' ' || data_type, ', ' ORDER BY column_name)
FROM information_schema.columns WHERE table_name = $1 GROUP BY table_schema
"""


async def traces_on_postgres(container: AsyncContainer, words: Iterable[str]) -> list[tuple[str, str]]:
    """Return each table with each word that a row of it holds: as text, as bytes, or a UUID's bytes."""
    connection = await asyncpg.connect(await container.get(DatabaseUrl))
    found = []
    try:
        for table in await connection.fetch(_TABLES):
            name = f"{table['schema']}.{table['name']}"
            for word in words:
                # Bytes are written in hexadecimal digits when a row becomes text, so the word is sought as such too.
                spellings = [word.lower(), word.encode().hex(), word.replace("-", "").lower()]
                query = f"SELECT count(*) FROM {name} AS t, unnest($1::text[]) w WHERE strpos(lower(t::text), w) > 0"
                if await connection.fetchval(query, spellings):
                    found.append((name, word))
    finally:
        await connection.close()
    return found


async def columns_of_tombstones(container: AsyncContainer) -> list[str]:
    """Return the forms that tables of tombstones have."""
    connection = await asyncpg.connect(await container.get(DatabaseUrl))
    try:
        return [row[0] for row in await connection.fetch(_TOMBSTONE_COLUMNS, TOMBSTONES)]
    finally:
        await connection.close()


async def traces_in_memory(container: AsyncContainer, words: Iterable[str]) -> list[tuple[str, str]]:
    """Return each table with each word that a row of it holds."""
    database = await container.get(MemoryDatabase)
    answers = await container.get(IdempotencyRecords)
    assert isinstance(answers, MemoryIdempotencyRecords)
    texts = {name: _plain(rows) for name, rows in database.tables.items()} | {
        "core.idempotency_key": _plain(answers._records)
    }
    return [(name, word) for name, text in texts.items() for word in words if word.lower() in text]


def _plain(rows: object) -> str:
    return repr(rows).lower()


async def traces(container: AsyncContainer, words: Iterable[str]) -> list[tuple[str, str]]:
    """Return where any of the words is still known."""
    on_postgres = DatabaseUrl in {factory.provides.type_hint for factory in container.registry.factories.values()}
    return await (traces_on_postgres if on_postgres else traces_in_memory)(container, list(words))
