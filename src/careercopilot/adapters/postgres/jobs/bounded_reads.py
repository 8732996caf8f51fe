"""Reads that end in time."""

import asyncio
from collections.abc import Mapping, Sequence

import asyncpg
from sqlalchemy.util import greenlet_spawn

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.statements import Statement
from careercopilot.kernel.errors import Unavailable

_PATIENCE = 5.0
_LOST = (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError)


class BoundedReads:
    """Runs one statement at a time on committed data; what takes too long is cancelled on the server too.

    The pool's connections are asked directly: these are the busiest reads, their answers are a row or a few, and
    a result object around them costs as much as fetching them.
    """

    def __init__(self, engine: ReadEngine, patience: float = _PATIENCE) -> None:
        self._engine = engine.engine
        self._patience = patience

    async def all(self, statement: Statement, values: Mapping[str, object]) -> Sequence[asyncpg.Record]:
        """Return every row. Raises Unavailable."""
        sql, parameters = statement.bound(values)
        try:
            async with asyncio.timeout(self._patience):
                return await self._fetch(sql, parameters)
        except TimeoutError:
            raise Unavailable("This takes too long just now; narrow the search or try again.") from None
        except _LOST as error:
            raise Unavailable("The database does not answer just now; try again in a moment.") from error

    async def first(self, statement: Statement, values: Mapping[str, object]) -> asyncpg.Record | None:
        """Return the first row, if there is one. Raises Unavailable."""
        rows = await self.all(statement, values)
        return rows[0] if rows else None

    async def _fetch(self, sql: str, parameters: tuple[object, ...]) -> list[asyncpg.Record]:
        connection = await self._engine.raw_connection()
        try:
            driver: asyncpg.Connection[asyncpg.Record] = connection.driver_connection
            rows: list[asyncpg.Record] = await driver.fetch(sql, *parameters)
            return rows
        finally:
            await greenlet_spawn(connection.close)
