"""The in-memory database: named tables of rows, with one transaction at a time."""

import asyncio
from collections.abc import Iterator, MutableMapping
from typing import Any, TypeVar, cast

from careercopilot.adapters.memory.core.signals import MemorySignals

K = TypeVar("K")
V = TypeVar("V")

_GONE: Any = object()


class MemoryDatabase:
    """Committed rows by table name. One object stands for one installation."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[Any, Any]] = {}
        self.signals = MemorySignals()
        self.writing = asyncio.Lock()

    def table(self, name: str) -> dict[Any, Any]:
        """Return the committed rows of a table; only a session's commit may change them."""
        return self.tables.setdefault(name, {})


class MemoryTable(MutableMapping[K, V]):
    """A table as one transaction sees it: committed rows, overlaid by its own changes.

    Rows must be replaced, never changed in place: frozen values, or copies.
    """

    def __init__(self, committed: dict[K, V]) -> None:
        self._committed = committed
        self._changes: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        row: V = self._changes.get(key, self._committed.get(key, _GONE))
        if row is _GONE:
            raise KeyError(key)
        return row

    def __setitem__(self, key: K, row: V) -> None:
        self._changes[key] = row

    def __delitem__(self, key: K) -> None:
        self[key]
        self._changes[key] = _GONE

    def __iter__(self) -> Iterator[K]:
        yield from (key for key in self._committed if self._changes.get(key) is not _GONE)
        yield from (k for k, row in self._changes.items() if row is not _GONE and k not in self._committed)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def apply(self) -> None:
        """Make the changes the committed state."""
        for key, row in self._changes.items():
            if row is _GONE:
                self._committed.pop(key, None)
            else:
                self._committed[key] = row


class MemorySession:
    """The transaction of one scope, shared by its unit of work and its repositories."""

    def __init__(self, database: MemoryDatabase) -> None:
        self.database = database
        self._tables: dict[str, MemoryTable[Any, Any]] | None = None
        self._committed = False

    def table(self, name: str) -> MemoryTable[Any, Any]:
        """Return a table of the open transaction."""
        if self._tables is None:
            msg = "no unit of work is open in this scope"
            raise RuntimeError(msg)
        if self._committed:
            msg = "this unit of work is committed already: what is written now would be lost"
            raise RuntimeError(msg)
        if name not in self._tables:
            self._tables[name] = MemoryTable(self.database.table(name))
        return self._tables[name]

    async def begin(self) -> None:
        """Open the transaction, after whatever other one is open."""
        if self._tables is not None:
            msg = "a unit of work is already open in this scope"
            raise RuntimeError(msg)
        await self.database.writing.acquire()
        self._tables, self._committed = {}, False

    def commit(self) -> None:
        """Make the changes lasting."""
        for table in cast("dict[str, MemoryTable[Any, Any]]", self._tables).values():
            table.apply()
        self._committed = True

    def close(self) -> None:
        """Forget what was not committed; harmless when nothing is open."""
        if self._tables is not None:
            self._tables = None
            self.database.writing.release()
