"""Several processes on one data directory, and processes that are killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from careercopilot.adapters.embedded_postgres import (
    DataDirectoryInUse,
    DataDirectoryLock,
    EmbeddedPostgres,
    ServerDidNotStart,
    postmaster,
)

USE_UNTIL_TOLD = """
import sys
from pathlib import Path
from careercopilot.adapters.embedded_postgres import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]), durable=False)
server.acquire()
print(server.pid, flush=True)
sys.stdin.readline()
server.release()
"""
OWN_UNTIL_TOLD = """
import sys
from pathlib import Path
from careercopilot.adapters.embedded_postgres import DataDirectoryLock
with DataDirectoryLock(Path(sys.argv[1]), "http://127.0.0.1:8000"):
    print("owned", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def process(source: str, data_dir: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", source, str(data_dir)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()


def line(running: subprocess.Popen[str]) -> str:
    assert running.stdout is not None
    return running.stdout.readline().strip()


def tell_to_leave(running: subprocess.Popen[str]) -> None:
    running.communicate("\n", timeout=30)
    assert running.returncode == 0


def test_processes_that_start_together_share_one_server(tmp_path: Path) -> None:
    with process(USE_UNTIL_TOLD, tmp_path) as first, process(USE_UNTIL_TOLD, tmp_path) as second:
        pid = int(line(first))
        assert int(line(second)) == pid

        tell_to_leave(first)
        assert EmbeddedPostgres(tmp_path).pid == pid
        tell_to_leave(second)
        assert EmbeddedPostgres(tmp_path).pid is None


def test_a_killed_user_is_not_counted_any_more(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, durable=False)
    with process(USE_UNTIL_TOLD, tmp_path) as doomed:
        pid = int(line(doomed))
        doomed.kill()
        doomed.wait()

    server.acquire()
    assert server.pid == pid
    server.release()
    assert server.pid is None


def test_ctrl_c_in_the_terminal_does_not_reach_the_server(tmp_path: Path) -> None:
    with process(USE_UNTIL_TOLD, tmp_path) as user:
        pid = int(line(user))
        assert os.getsid(pid) != os.getsid(user.pid)
        assert os.getpgid(pid) != os.getpgid(user.pid)
        tell_to_leave(user)


def test_a_second_owner_is_told_who_has_the_directory(tmp_path: Path) -> None:
    with process(OWN_UNTIL_TOLD, tmp_path) as owner:
        assert line(owner) == "owned"

        with pytest.raises(DataDirectoryInUse) as refusal:
            DataDirectoryLock(tmp_path, "http://127.0.0.1:9000").acquire()
        assert refusal.value.pid == owner.pid
        assert refusal.value.address == "http://127.0.0.1:8000"
        assert str(owner.pid) in str(refusal.value)
        assert "\n" not in str(refusal.value)


def test_a_killed_owner_leaves_the_directory_free(tmp_path: Path) -> None:
    with process(OWN_UNTIL_TOLD, tmp_path) as owner:
        assert line(owner) == "owned"
        os.kill(owner.pid, signal.SIGKILL)
        owner.wait()

    with DataDirectoryLock(tmp_path, "http://127.0.0.1:9000"):
        assert str(os.getpid()) in (tmp_path / "up.lock").read_text()


def test_a_server_that_cannot_be_seen_from_here_is_not_given_a_rival(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two containers on one volume: the other one's processes are invisible, its locks are not."""
    with process(USE_UNTIL_TOLD, tmp_path) as elsewhere:
        pid = line(elsewhere)
        monkeypatch.setattr(postmaster, "is_running", lambda _: False)
        monkeypatch.setattr(postmaster, "end_processes", lambda _: None)
        monkeypatch.setattr(postmaster, "LONGEST_FAREWELL", 0.2)

        with pytest.raises(ServerDidNotStart, match="another container"):
            EmbeddedPostgres(tmp_path, durable=False).acquire()
        monkeypatch.undo()
        assert EmbeddedPostgres(tmp_path).pid == int(pid)
        tell_to_leave(elsewhere)


def test_neither_the_server_nor_its_starter_hands_a_lock_on(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, durable=False)
    with DataDirectoryLock(tmp_path, "http://127.0.0.1:8000"):
        server.acquire()
    with DataDirectoryLock(tmp_path, "http://127.0.0.1:8001"):  # free although the server runs
        server.release()
    assert server.pid is None
