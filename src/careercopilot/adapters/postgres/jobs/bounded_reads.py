"""Reads that end in time."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Row

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.kernel.errors import Unavailable

_PATIENCE = 5.0


class BoundedReads:
    """Runs one statement at a time on committed data; what takes too long is cancelled on the server too."""

    def __init__(self, engine: ReadEngine, patience: float = _PATIENCE) -> None:
        self._engine = engine.engine
        self._patience = patience

    async def all(self, statement: Executable, values: Mapping[str, object]) -> Sequence[Row[Any]]:
        """Return every row. Raises Unavailable."""
        try:
            async with asyncio.timeout(self._patience), self._engine.connect() as connection:
                return (await connection.execute(statement, values)).all()
        except TimeoutError:
            raise Unavailable("This search takes too long just now; narrow it or try again.") from None

    async def first(self, statement: Executable, values: Mapping[str, object]) -> Row[Any] | None:
        """Return the first row, if there is one. Raises Unavailable."""
        rows = await self.all(statement, values)
        return rows[0] if rows else None
