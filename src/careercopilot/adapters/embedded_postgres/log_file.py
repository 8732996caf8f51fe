"""The server's log: appended to by the server, kept small by us."""

import os
import shutil
from pathlib import Path
from typing import BinaryIO

LARGEST = 10 * 1024 * 1024
LONGEST_TAIL = 16 * 1024


def open_log(path: Path) -> BinaryIO:
    """Open the log for appending."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("ab")


def keep_small(path: Path, largest: int = LARGEST) -> None:
    """Move a large log's text to `<name>.1`, replacing the one before.

    The server keeps its descriptor, so the text is copied and the file cut; it appends, so it goes on at
    the start. A line written between copying and cutting is lost, which a log bears.
    """
    if path.exists() and path.stat().st_size > largest:
        shutil.copyfile(path, path.with_name(f"{path.name}.1"))
        os.truncate(path, 0)


def read_from(path: Path, offset: int) -> str:
    """Return what was written after an offset, the end of it when that is much."""
    with path.open("rb") as log:
        size = log.seek(0, os.SEEK_END)
        log.seek(max(offset if offset <= size else 0, size - LONGEST_TAIL))
        return log.read().decode(errors="replace")
