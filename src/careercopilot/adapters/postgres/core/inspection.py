"""Facts of a server, for the doctor."""

from dataclasses import dataclass

import asyncpg

from careercopilot.adapters.postgres.core.address import plain_dsn
from careercopilot.kernel.errors import Unavailable


@dataclass(frozen=True)
class ServerFacts:
    """What a server says of itself; ``version_number`` is major * 10,000 + minor."""

    version: str
    version_number: int
    extensions_available: frozenset[str]
    max_connections: int
    reserved_connections: int
    revision: str | None


async def inspect(url: str) -> ServerFacts:
    """Ask the server. Raises Unavailable, with what the server or the network said, when it does not answer."""
    try:
        connection = await asyncpg.connect(plain_dsn(url), timeout=10)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise Unavailable(f"cannot be used: {str(error) or type(error).__name__}") from error
    try:
        extensions = await connection.fetch("SELECT name FROM pg_available_extensions")
        migrated = await connection.fetchval("SELECT to_regclass('core.schema_version') IS NOT NULL")
        revision = await connection.fetchval("SELECT version_num FROM core.schema_version") if migrated else None
        return ServerFacts(
            version=str(await connection.fetchval("SHOW server_version")),
            version_number=int(await connection.fetchval("SHOW server_version_num")),
            extensions_available=frozenset(row["name"] for row in extensions),
            max_connections=int(await connection.fetchval("SHOW max_connections")),
            reserved_connections=int(await connection.fetchval("SHOW superuser_reserved_connections")),
            revision=revision,
        )
    finally:
        await connection.close()
