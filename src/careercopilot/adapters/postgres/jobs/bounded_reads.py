"""Reads that end in time."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.jobs.statements import Statement
from careercopilot.kernel.errors import Unavailable

_PATIENCE = 5.0


class BoundedReads:
    """Runs one statement at a time on committed data; what takes too long is cancelled on the server too."""

    def __init__(self, engine: ReadEngine, patience: float = _PATIENCE) -> None:
        self._engine = engine.engine
        self._patience = patience

    async def all(self, statement: Statement, values: Mapping[str, object]) -> Sequence[Row[Any]]:
        """Return every row. Raises Unavailable."""
        sql, parameters = statement.bound(values)
        try:
            async with asyncio.timeout(self._patience), self._engine.connect() as connection:
                return (await connection.exec_driver_sql(sql, parameters)).all()
        except TimeoutError:
            raise Unavailable("This search takes too long just now; narrow it or try again.") from None

    async def first(self, statement: Statement, values: Mapping[str, object]) -> Row[Any] | None:
        """Return the first row, if there is one. Raises Unavailable."""
        rows = await self.all(statement, values)
        return rows[0] if rows else None
