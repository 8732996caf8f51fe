"""The database of a data directory, for the commands that run on embedded parts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careercopilot.adapters.embedded_postgres import (
    DataDirectoryInUse,
    DataDirectoryLock,
    EmbeddedPostgres,
    EmbeddedPostgresError,
)

__all__ = [
    "DataDirectoryInUse",
    "DataDirectoryLock",
    "EmbeddedPostgres",
    "EmbeddedPostgresError",
    "local_database",
]


@contextmanager
def local_database(data_dir: Path) -> Iterator[str]:
    """Use the data directory's PostgreSQL, started when nobody runs it; give its URL."""
    server = EmbeddedPostgres(data_dir)
    url = server.acquire()
    try:
        yield url
    finally:
        server.release()
