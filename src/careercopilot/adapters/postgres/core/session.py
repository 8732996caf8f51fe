"""The transaction of one scope, shared by its unit of work and its repositories."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncTransaction

from careercopilot.adapters.postgres.core.engines import WriteEngine


class PostgresSession:
    """At most one open transaction at a time."""

    def __init__(self, engine: WriteEngine) -> None:
        self._engine = engine.engine
        self._connection: AsyncConnection | None = None
        self._transaction: AsyncTransaction | None = None
        self._committed = False

    @property
    def connection(self) -> AsyncConnection:
        """The connection of the open transaction; a repository used outside of one is a mistake."""
        if self._connection is None or self._transaction is None:
            msg = "no unit of work is open in this scope"
            raise RuntimeError(msg)
        if self._committed:
            msg = "this unit of work is committed already: what is written now would be lost"
            raise RuntimeError(msg)
        return self._connection

    async def begin(self) -> None:
        """Open the transaction."""
        if self._connection is not None:
            msg = "a unit of work is already open in this scope"
            raise RuntimeError(msg)
        connection = self._engine.connect()
        self._connection = await connection.start()
        self._transaction = await self._connection.begin()
        self._committed = False

    async def commit(self) -> None:
        """Make the transaction lasting. Raises RuntimeError when none is open, or twice for one."""
        await self.connection.commit()
        self._committed = True

    async def close(self) -> None:
        """Undo what was not committed and give the connection back; harmless when nothing is open."""
        connection, self._connection = self._connection, None
        transaction, self._transaction = self._transaction, None
        try:
            if transaction is not None and transaction.is_active:
                await transaction.rollback()
        finally:
            if connection is not None:
                await connection.close()


@contextmanager
def constraint_errors(errors: Mapping[str, Callable[[], Exception]]) -> Iterator[None]:
    """Raise the error that a violated constraint stands for; other violations pass through."""
    try:
        yield
    except IntegrityError as violation:
        name = getattr(getattr(violation.orig, "__cause__", None), "constraint_name", None)
        make_error = errors.get(str(name))
        if make_error is None:
            raise
        raise make_error() from None
