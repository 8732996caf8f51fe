"""Locks between processes: files under flock, which the kernel drops when their holder dies.

Python opens files close-on-exec: no child inherits a lock unless it is handed over on purpose.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careercopilot.adapters.embedded_postgres.errors import DataDirectoryBusy

LONGEST_TURN = 180.0
POLL = 0.02


def open_lock_file(path: Path) -> int:
    """Open a lock file, making it when missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def lock_now(descriptor: int, kind: int) -> bool:
    """Take a lock if that is possible without waiting."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def turn(path: Path, longest: float = LONGEST_TURN) -> Iterator[None]:
    """Be the only one to start or stop the server meanwhile."""
    descriptor = open_lock_file(path)
    try:
        deadline = time.monotonic() + longest
        while not lock_now(descriptor, fcntl.LOCK_EX):
            if time.monotonic() > deadline:
                message = f"another process has been starting or stopping the database for {longest:.0f} s"
                raise DataDirectoryBusy(message)
            time.sleep(POLL)
        yield
    finally:
        os.close(descriptor)


class Membership:
    """One place among the users of a server; the last one to leave is told so.

    Join and leave only within a `turn`: an upgrade of a lock is not atomic.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def joined(self) -> bool:
        """Whether this place is taken."""
        return self._descriptor is not None

    def join(self) -> None:
        """Be counted as a user until `leave`, or until the process ends."""
        if self._descriptor is None:
            self._descriptor = open_lock_file(self._path)
            fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def is_last(self) -> bool:
        """Whether nobody else is left; call it right before leaving, because it gives up the place."""
        return self._descriptor is not None and lock_now(self._descriptor, fcntl.LOCK_EX)

    def leave(self) -> None:
        """Stop being counted."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
