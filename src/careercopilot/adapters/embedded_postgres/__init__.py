"""PostgreSQL from a wheel: one cluster per data directory, shared by every process that uses it.

`EmbeddedPostgres` starts the server for its first user and stops it after its last one;
`DataDirectoryLock` lets a single `up` own a data directory. Both are safe against kill -9 of anyone.
"""

from careercopilot.adapters.embedded_postgres.data_directory_lock import DataDirectoryLock
from careercopilot.adapters.embedded_postgres.errors import (
    BinariesMissing,
    ClusterNotMade,
    DataDirectoryBusy,
    DataDirectoryInUse,
    DirectoryUnreachable,
    EmbeddedPostgresError,
    IncompatibleCluster,
    ServerDidNotStart,
    ServerDidNotStop,
)
from careercopilot.adapters.embedded_postgres.server import EmbeddedPostgres

__all__ = [
    "BinariesMissing",
    "ClusterNotMade",
    "DataDirectoryBusy",
    "DataDirectoryInUse",
    "DataDirectoryLock",
    "DirectoryUnreachable",
    "EmbeddedPostgres",
    "EmbeddedPostgresError",
    "IncompatibleCluster",
    "ServerDidNotStart",
    "ServerDidNotStop",
]
