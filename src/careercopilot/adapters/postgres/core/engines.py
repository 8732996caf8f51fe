"""Two engines over one server: transactions for writing, autocommit for reading."""

from dataclasses import dataclass

import asyncpg
import msgspec
from sqlalchemy import URL, event, make_url
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_connection
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

from careercopilot.adapters.postgres.core.address import plain_dsn
from careercopilot.kernel.errors import Unavailable

DRIVER = "postgresql+asyncpg"
APPLICATION = "careercopilot"
_BUSY = "Too much is going on at once; try again."
_AWAY = "The database does not answer just now; try again in a moment."
_CANNOT_CONNECT = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.TooManyConnectionsError,
)


@dataclass(frozen=True)
class PoolSizes:
    """Connections of one process, both engines together."""

    size: int = 20
    overflow: int = 30
    timeout: float = 30.0
    recycle: int = 3600

    def halves(self) -> "tuple[PoolSizes, PoolSizes]":
        """Split between the two engines; the writing one gets the odd connection.

        The reading one keeps all of its own: an overflow connection is closed after one read, and opening it again
        costs many times the read.
        """
        write = PoolSizes(-(-self.size // 2), -(-self.overflow // 2), self.timeout, self.recycle)
        read = PoolSizes(max(1, self.size // 2 + self.overflow // 2), 0, self.timeout, self.recycle)
        return write, read


class WriteEngine:
    """Connections whose work is lasting only after a commit."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine


class ReadEngine:
    """Connections in autocommit: each statement sees what is committed, and nothing is reset in between."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine


def driver_url(url: str) -> URL:
    """Return any spelling of a PostgreSQL URL as one for asyncpg through SQLAlchemy."""
    return make_url(url).set(drivername=DRIVER)


def write_engine(url: str, pool: PoolSizes) -> WriteEngine:
    """Make the engine for units of work."""
    return WriteEngine(_engine(url, pool))


def read_engine(url: str, pool: PoolSizes) -> ReadEngine:
    """Make the engine for views."""
    return ReadEngine(_engine(url, pool, isolation_level="AUTOCOMMIT", pool_reset_on_return=None))


def to_json(value: object) -> str:
    """Encode a JSON column."""
    return msgspec.json.encode(value).decode()


def _engine(url: str, pool: PoolSizes, **options: object) -> AsyncEngine:
    dsn = plain_dsn(url)
    engine = create_async_engine(
        driver_url(url),
        async_creator=lambda: _connect(dsn),
        poolclass=_Pool,
        pool_size=pool.size,
        max_overflow=pool.overflow,
        pool_timeout=pool.timeout,
        pool_recycle=pool.recycle,
        json_serializer=to_json,
        json_deserializer=msgspec.json.decode,
        hide_parameters=True,  # an error's text goes to the log, and parameters are personal
        **options,
    )
    event.listen(engine.sync_engine, "handle_error", _keep_values_out)
    event.listen(engine.sync_engine, "handle_error", _tell_lost_connections)
    event.listen(engine.sync_engine, "handle_error", _tell_deadlocks)
    event.listen(engine.sync_engine, "checkout", _replace_ended_connection)
    return engine


async def _connect(dsn: str) -> "asyncpg.Connection[asyncpg.Record]":
    """Connect, or say in the house's words that the database is away."""
    settings = {"application_name": APPLICATION, "timezone": "UTC", "jit": "off"}
    try:
        return await asyncpg.connect(dsn, timeout=10, command_timeout=60, server_settings=settings)
    except _CANNOT_CONNECT as error:
        raise Unavailable(_AWAY) from error


class _Pool(AsyncAdaptedQueuePool):
    """A pool whose exhaustion is told in the house's words."""

    def _do_get(self) -> ConnectionPoolEntry:
        try:
            return super()._do_get()
        except PoolTimeout as error:
            raise Unavailable(_BUSY) from error


def _replace_ended_connection(connection: AsyncAdapt_asyncpg_connection, *_: object) -> None:
    """Let the pool replace a connection that the server has ended meanwhile, before a request stumbles over it."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


def _keep_values_out(context: ExceptionContext) -> None:
    """Take out of an error what rows and parameters hold: its text goes to the log, and is kept with failed events."""
    told = context.original_exception
    cause = told.__cause__
    if isinstance(cause, asyncpg.PostgresError):
        cause.detail = None  # which quotes the row
    if isinstance(cause, asyncpg.DataError):  # which quotes the value
        for error in filter(None, (cause, told, context.sqlalchemy_exception)):
            error.args = (f"a value does not fit: {type(cause).__name__}",)


def _tell_lost_connections(context: ExceptionContext) -> None:
    """Turn a connection that broke under a statement into an error that says to try again."""
    if context.is_disconnect and isinstance(context.original_exception, Exception):  # a cancellation is not one
        raise Unavailable(_AWAY) from context.original_exception


def _tell_deadlocks(context: ExceptionContext) -> None:
    """Turn the end of a transaction that had to give way to another into an error that says to try again."""
    if isinstance(context.original_exception.__cause__, asyncpg.DeadlockDetectedError):
        raise Unavailable(_BUSY) from context.original_exception
