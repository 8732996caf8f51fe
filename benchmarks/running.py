"""What several benchmarks run: a database, the product's processes, children that are stopped as a person would."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from careercopilot.adapters.embedded_postgres import EmbeddedPostgres

SECRET = "a secret for benchmarks alone, of more than thirty-two bytes"
HERE = Path(__file__).parent
_GIVE_UP_AFTER = 60.0


@contextmanager
def database() -> Iterator[str]:
    """Give the URL of an empty embedded PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="cc-benchmark-") as folder:
        Path(folder).chmod(0o755)
        server = EmbeddedPostgres(Path(folder))
        try:
            yield server.acquire()
        finally:
            server.release()


def product(url: str, **settings: str) -> dict[str, str]:
    """Return the environment of a process of the product, quiet and with nothing to do by itself."""
    quiet = {
        "DATABASE_URL": url,
        "SECRET_KEY": SECRET,
        "LOG_LEVEL": "warning",
        "DEMO": "off",
        "FOLLOW_DEFAULTS": "off",
        "RATE_LIMIT": "off",
    }
    given = {f"CAREERCOPILOT_{name}": value for name, value in (quiet | settings).items()}
    return {name: value for name, value in os.environ.items() if not name.startswith("CAREERCOPILOT_")} | given


@contextmanager
def api(url: str, port: int, **settings: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run one API process until it is left; it answers when this is entered."""
    command = [sys.executable, "-m", "careercopilot.entrypoints.asgi", "--port", str(port)]
    with child(command, product(url, **settings)) as process:
        wait_for(port, "/health/live")
        yield process


@contextmanager
def worker(url: str, **settings: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run one worker process until it is left."""
    command = [sys.executable, "-m", "careercopilot.entrypoints.worker"]
    with child(command, product(url, **settings)) as process:
        yield process


@contextmanager
def child(command: Sequence[str], environment: Mapping[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a process that says nothing on standard output, and end it by SIGTERM."""
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def wait_for(port: int, path: str) -> None:
    """Return once the path answers with success."""
    deadline = time.monotonic() + _GIVE_UP_AFTER
    while True:
        try:
            httpx.get(f"http://127.0.0.1:{port}{path}", timeout=10).raise_for_status()
        except httpx.HTTPError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
