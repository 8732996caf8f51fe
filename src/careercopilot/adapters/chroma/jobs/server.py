"""Chroma's own server, in this process: its native part alone, which needs a third of the memory of its command."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LARGEST_LOG = 10 * 1024 * 1024
_PATIENCE = 20.0
_LOOK_EVERY = 0.1
_FOLDER, _LOCK, _LOG = "chroma", "chroma.lock", "logs/chroma.log"


class ChromaInUse(Exception):
    """Another process serves this data directory, and two would harm each other."""


def serve(data_dir: Path, port: int) -> None:
    """Serve the vectors of a data directory on loopback until SIGTERM. Raises ChromaInUse.

    What the server prints goes to ``logs/chroma.log``. While it runs, ``chroma.lock`` holds its address.
    """
    import chromadb_rust_bindings  # type: ignore[import-untyped]  # noqa: PLC0415 - for the process that serves alone

    data_dir.mkdir(parents=True, exist_ok=True)
    with _alone(data_dir / _LOCK, f"http://127.0.0.1:{port}"):
        _print_to(data_dir / _LOG)
        os.environ.setdefault("RUST_LOG", "error")
        path = str(data_dir / _FOLDER)
        chromadb_rust_bindings.cli(["chroma", "run", "--path", path, "--host", "127.0.0.1", "--port", str(port)])


def address_of(data_dir: Path) -> str | None:
    """Return where the vectors of a data directory are served, if they are; nobody may answer there by now."""
    try:
        return (data_dir / _LOCK).read_text().strip() or None
    except OSError:
        return None


@contextmanager
def _alone(lock: Path, address: str) -> Iterator[None]:
    """Hold the lock, which the kernel lets go with the process; one that is just ending is waited for."""
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + _PATIENCE
        while not _locked(descriptor):
            if time.monotonic() > deadline:
                raise ChromaInUse(f"another process serves the vectors of {lock.parent}")
            time.sleep(_LOOK_EVERY)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{address}\n".encode())
        yield
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _print_to(log: Path) -> None:
    """Send standard output, which begins with a picture in colours, to a file that is kept small."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > _LARGEST_LOG:
        log.replace(log.with_name(f"{log.name}.1"))
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(descriptor, 1)
    os.close(descriptor)
