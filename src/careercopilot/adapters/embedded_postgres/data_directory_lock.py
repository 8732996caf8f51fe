"""One `up` per data directory."""

import fcntl
import json
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from careercopilot.adapters.embedded_postgres.errors import DataDirectoryInUse
from careercopilot.adapters.embedded_postgres.locks import lock_now, open_lock_file


class DataDirectoryLock:
    """Held by `up` for as long as it runs, with its process id and address for whoever comes second."""

    def __init__(self, data_dir: Path, address: str) -> None:
        self._data_dir = data_dir
        self._address = address
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Own the directory, or raise `DataDirectoryInUse` at once."""
        if self._descriptor is not None:
            return
        descriptor = open_lock_file(self._data_dir / "up.lock")
        if not lock_now(descriptor, fcntl.LOCK_EX):
            try:
                raise _in_use(self._data_dir, os.pread(descriptor, 4096, 0))
            finally:
                os.close(descriptor)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "address": self._address}).encode(), 0)
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the directory up; the file stays, because removing a locked file would let two owners in."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def _in_use(data_dir: Path, written: bytes) -> DataDirectoryInUse:
    try:
        owner = json.loads(written)
        return DataDirectoryInUse(data_dir, int(owner["pid"]), str(owner["address"]))
    except (ValueError, KeyError, TypeError):  # the owner is between locking and writing
        return DataDirectoryInUse(data_dir, None, None)
