"""What can go wrong with the embedded server; every message is one line for the person at the terminal.

EmbeddedPostgresError
├── BinariesMissing         the wheel is not installed, or not for this platform
├── ClusterNotMade          initdb failed, or something else lies where the cluster belongs
├── IncompatibleCluster     made by another major version of PostgreSQL
├── DirectoryUnreachable    the server's account may not reach or own what it needs
├── ServerDidNotStart
├── ServerDidNotStop
├── DataDirectoryBusy       another process has been starting or stopping the server for too long
└── DataDirectoryInUse      another `up` owns the data directory
"""

from pathlib import Path


class EmbeddedPostgresError(Exception):
    """The embedded database cannot be used; the message says why."""


class BinariesMissing(EmbeddedPostgresError):
    """The PostgreSQL programs are not installed."""


class ClusterNotMade(EmbeddedPostgresError):
    """The database files could not be made."""


class IncompatibleCluster(EmbeddedPostgresError):
    """The database files belong to another major version."""

    def __init__(self, cluster: Path, found: str, expected: str) -> None:
        super().__init__(
            f"{cluster} was made by PostgreSQL {found} and this release brings PostgreSQL {expected}:"
            " restore a backup into a new data directory, or go back to the release that made it"
        )
        self.cluster = cluster
        self.found = found
        self.expected = expected


class DirectoryUnreachable(EmbeddedPostgresError):
    """The account of the server lacks a right that could not be given to it."""


class ServerDidNotStart(EmbeddedPostgresError):
    """The server ended, or did not answer, while it was starting."""


class ServerDidNotStop(EmbeddedPostgresError):
    """The server still runs although it was told to stop."""


class DataDirectoryBusy(EmbeddedPostgresError):
    """The turn to start or stop the server did not come in time."""


class DataDirectoryInUse(EmbeddedPostgresError):
    """Another process owns the data directory."""

    def __init__(self, data_dir: Path, pid: int | None, address: str | None) -> None:
        owner = f"process {pid}" if pid else "another process"
        where = f", which answers at {address}" if address else ""
        super().__init__(f"{data_dir} is in use by {owner}{where}")
        self.data_dir = data_dir
        self.pid = pid
        self.address = address
