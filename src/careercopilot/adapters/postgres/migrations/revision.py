"""Which revision a database is at, without the machinery that changes it."""

import asyncpg

from careercopilot.adapters.postgres.core.address import plain_dsn

NEWEST = "0011"


async def current_revision(url: str) -> str | None:
    """Return the database's revision, None before the first one."""
    dsn = plain_dsn(url)
    connection = await asyncpg.connect(dsn, timeout=10)
    try:
        if await connection.fetchval("SELECT to_regclass('core.schema_version')") is None:
            return None
        revision: str | None = await connection.fetchval("SELECT version_num FROM core.schema_version")
        return revision
    finally:
        await connection.close()
