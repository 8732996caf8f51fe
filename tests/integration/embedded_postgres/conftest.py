"""A database that is made once and copied for every test that does not care how it is made."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercopilot.adapters.embedded_postgres import EmbeddedPostgres


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data directory whose server is stopped."""
    data_dir = tmp_path_factory.mktemp("made") / "data"
    server = EmbeddedPostgres(data_dir, durable=False)
    server.acquire()
    server.release()
    return data_dir


@pytest.fixture
def server(made_once: Path, tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """Give a server that is not running yet, at `tmp_path / "data"`."""
    subprocess.run(["cp", "-a", str(made_once), str(tmp_path / "data")], check=True)
    server = EmbeddedPostgres(tmp_path / "data", durable=False)
    yield server
    server.release()
    assert server.pid is None


@pytest.fixture
def new_server(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """Give a server whose database is still to be made, at `tmp_path / "data"`."""
    server = EmbeddedPostgres(tmp_path / "data", durable=False)
    yield server
    server.release()
    assert server.pid is None
