"""What an administrator may do to a server while the product works on it."""

import asyncpg


async def end_connections(url: str, application: str = "careercopilot%", state: str = "%") -> int:
    """Have the server hang up on the product's connections to this database; return how many there were."""
    connection = await asyncpg.connect(url, server_settings={"application_name": "administrator"})
    try:
        return len(
            await connection.fetch(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND application_name LIKE $1 AND state LIKE $2",
                application,
                state,
            )
        )
    finally:
        await connection.close()


async def execute(url: str, *statements: str) -> None:
    """Run statements, each in a transaction of its own."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def value(url: str, query: str) -> object:
    """Return the one value that a query finds."""
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()
