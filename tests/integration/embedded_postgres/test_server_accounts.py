"""Under which account the server runs, and what that account can reach."""

import asyncio
import os
import pwd
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from careercopilot.adapters.embedded_postgres import DirectoryUnreachable, EmbeddedPostgres
from careercopilot.adapters.embedded_postgres.account import Account
from careercopilot.adapters.embedded_postgres.reach import reach

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="changing accounts takes root")
# The interpreter may lie where an ordinary account cannot read: everything is imported before the change.
AS_ORDINARY_ACCOUNT = """
import os, subprocess, sys, encodings.idna
from pathlib import Path
from careercopilot.adapters.embedded_postgres import EmbeddedPostgres, EmbeddedPostgresError
os.setgroups([]); os.setgid(65534); os.setuid(65534)
server = EmbeddedPostgres(Path(sys.argv[1]), durable=False)
try:
    server.acquire()
    print(os.stat(f"/proc/{server.pid}").st_uid, flush=True)
    server.release()
    print(server.pid)
except EmbeddedPostgresError as error:
    print(type(error).__name__)
"""


@pytest.fixture
def open_dir() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir="/tmp") as made:  # tmp_path lies in a directory closed to others
        Path(made).chmod(0o755)
        yield Path(made)


def run_as_ordinary_account(data_dir: Path) -> list[str]:
    command = [sys.executable, "-c", AS_ORDINARY_ACCOUNT, str(data_dir)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout.split()


@needs_root
def test_root_s_server_runs_under_another_account_and_its_files_belong_to_that(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, durable=False)
    server.acquire()
    try:
        owner = (tmp_path / "postgres").stat().st_uid
        assert Path(f"/proc/{server.pid}").stat().st_uid == owner != 0
        assert stat.S_IMODE((tmp_path / "postgres").stat().st_mode) == 0o700
    finally:
        server.release()


@needs_root
def test_a_directory_closed_to_others_serves_and_stays_closed_to_others(open_dir: Path) -> None:
    home = open_dir / "home"
    home.mkdir(mode=0o700)
    server = EmbeddedPostgres(home / "data", durable=False)

    server.acquire()
    server.release()

    assert stat.S_IMODE(home.stat().st_mode) == 0o710


@needs_root
def test_a_strict_umask_does_not_hinder(open_dir: Path) -> None:
    before = os.umask(0o077)
    try:
        server = EmbeddedPostgres(open_dir / "data", durable=False)
        server.acquire()
        server.release()
        server.acquire()
        server.release()
    finally:
        os.umask(before)


@needs_root
def test_files_that_came_back_as_root_s_are_handed_over(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, durable=False)
    server.acquire()
    server.release()
    for path in [tmp_path / "postgres", *(tmp_path / "postgres").rglob("*")]:
        os.chown(path, 0, 0)

    url = server.acquire()
    try:
        connection = asyncio.run(_connect_and_close(url))
        assert connection == 1
    finally:
        server.release()


@needs_root
def test_an_ordinary_account_runs_its_own_server(open_dir: Path) -> None:
    data_dir = open_dir / "data"
    data_dir.mkdir()
    os.chown(data_dir, 65534, 65534)

    assert run_as_ordinary_account(data_dir) == ["65534", "None"]


@needs_root
def test_an_ordinary_account_is_told_whose_files_they_are(open_dir: Path) -> None:
    data_dir = open_dir / "data"
    (data_dir / "postgres").mkdir(parents=True)
    os.chown(data_dir, 65534, 65534)

    assert run_as_ordinary_account(data_dir) == [DirectoryUnreachable.__name__]


@needs_root
def test_a_closed_tree_is_opened_to_its_group_alone(open_dir: Path) -> None:
    tree = open_dir / "wheel"
    tree.mkdir(mode=0o700)
    (tree / "tool").touch(mode=0o700)
    (tree / "text").touch(mode=0o600)
    nobody = pwd.getpwnam("nobody")

    reached = reach(Account(nobody.pw_uid, nobody.pw_gid, "nobody"), [tree], [])

    assert set(reached.changed) == {tree, tree / "tool", tree / "text"}
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tree, tree / "tool", tree / "text")]
    assert modes == [0o750, 0o750, 0o640]
    assert reached.account.groups == {0}
    again = reach(Account(nobody.pw_uid, nobody.pw_gid, "nobody"), [tree], [])
    assert again.changed == ()


@needs_root
def test_what_suffices_is_left_as_it_is(open_dir: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    account = Account(nobody.pw_uid, nobody.pw_gid, "nobody")

    reached = reach(account, [], [open_dir])

    assert reached.account == account
    assert reached.changed == ()


async def _connect_and_close(url: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval("SELECT 1")
    finally:
        await connection.close()
