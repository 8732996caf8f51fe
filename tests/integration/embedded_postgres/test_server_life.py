"""The embedded server from first start to last stop."""

import asyncio
import os
import signal
import stat
import time
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from careercopilot.adapters.embedded_postgres import (
    ClusterNotMade,
    EmbeddedPostgres,
    EmbeddedPostgresError,
    IncompatibleCluster,
    ServerDidNotStart,
)
from careercopilot.adapters.embedded_postgres.layout import Layout
from careercopilot.bootstrap.local_database import local_database


async def ask(url: str, *statements: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements[:-1]:
            await connection.execute(statement)
        return await connection.fetchval(statements[-1])
    finally:
        await connection.close()


def kill(server: EmbeddedPostgres) -> int:
    pid = server.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while server.pid is not None:
        time.sleep(0.01)
    return pid


async def test_a_new_directory_gives_a_database_that_asyncpg_and_sqlalchemy_reach(
    new_server: EmbeddedPostgres,
) -> None:
    url = await asyncio.to_thread(new_server.acquire)

    assert await ask(url, "SELECT current_database()") == "careercopilot"
    assert await ask(url, "SELECT lower('ŁÓDŹ')") == "łódź"
    assert await ask(url, "SHOW listen_addresses") == ""
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://"))
    async with engine.connect() as connection:
        assert (await connection.execute(text("SHOW timezone"))).scalar() == "UTC"
    await engine.dispose()


async def test_the_log_tells_of_a_mistake_without_the_row_that_made_it(server: EmbeddedPostgres) -> None:
    url = await asyncio.to_thread(server.acquire)
    await ask(url, "CREATE TABLE person (email text UNIQUE)", "SELECT 1")
    connection = await asyncpg.connect(url)
    for _ in range(2):
        with suppress(asyncpg.UniqueViolationError):
            await connection.execute("INSERT INTO person VALUES ($1)", "ada@example.org")
    await connection.close()

    log = server.log_path.read_text()
    assert "duplicate key value" in log
    assert "ada" not in log


async def test_the_address_holds_although_the_environment_names_another_server(
    server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PGPORT": "1", "PGHOST": "example.org", "PGUSER": "nobody"}.items():
        monkeypatch.setenv(name, value)

    assert await ask(await asyncio.to_thread(server.acquire), "SELECT current_user") == "postgres"


async def test_a_killed_server_is_started_again_with_its_rows(server: EmbeddedPostgres) -> None:
    url = server.acquire()
    await ask(url, "CREATE TABLE kept AS SELECT 42 AS answer", "SELECT 1")
    killed = kill(server)

    server.ensure_running()

    assert server.pid not in {None, killed}
    assert await ask(url, "SELECT answer FROM kept") == 42


async def test_a_query_that_outlives_a_killed_server_does_not_keep_the_next_from_starting(
    server: EmbeddedPostgres,
) -> None:
    url = server.acquire()
    connection = await asyncpg.connect(url)
    busy = asyncio.create_task(connection.fetchval("SELECT count(*) FROM generate_series(1, 1e12)"))
    await asyncio.sleep(0.2)
    kill(server)

    await asyncio.to_thread(server.ensure_running)

    with pytest.raises((OSError, asyncpg.PostgresError, asyncpg.InterfaceError)):
        await busy
    assert await ask(url, "SELECT 1") == 1


def test_the_last_user_out_stops_the_server(server: EmbeddedPostgres, tmp_path: Path) -> None:
    second = EmbeddedPostgres(tmp_path / "data", durable=False)
    server.acquire()
    second.acquire()
    pid = server.pid

    server.release()
    assert second.pid == pid
    second.release()
    assert second.pid is None


def test_leaving_twice_or_without_having_come_does_nothing(server: EmbeddedPostgres) -> None:
    server.release()
    server.acquire()
    server.acquire()
    server.release()
    server.release()

    assert server.pid is None


def test_a_number_that_another_process_bears_now_does_not_keep_the_server_from_starting(
    server: EmbeddedPostgres, tmp_path: Path
) -> None:
    server.acquire()
    kill(server)
    pid_file = tmp_path / "data" / "postgres" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    assert server.pid is None

    server.ensure_running()

    assert server.pid not in {None, os.getpid()}


def test_a_cluster_that_was_half_made_is_made_anew(new_server: EmbeddedPostgres, tmp_path: Path) -> None:
    rubbish = tmp_path / "data" / "postgres.new" / "base"
    rubbish.mkdir(parents=True)
    (rubbish / "PG_VERSION").write_text("18\n")

    new_server.acquire()

    assert new_server.pid is not None
    assert not rubbish.exists()


def test_a_cluster_of_another_major_version_is_refused(new_server: EmbeddedPostgres, tmp_path: Path) -> None:
    cluster = tmp_path / "data" / "postgres"
    cluster.mkdir(parents=True)
    (cluster / "PG_VERSION").write_text("15\n")

    with pytest.raises(IncompatibleCluster, match="made by PostgreSQL 15"):
        new_server.acquire()


def test_something_else_in_the_cluster_s_place_is_left_alone(new_server: EmbeddedPostgres, tmp_path: Path) -> None:
    diary = tmp_path / "data" / "postgres" / "diary.txt"
    diary.parent.mkdir(parents=True)
    diary.write_text("dear diary")

    with pytest.raises(ClusterNotMade, match="move it away"):
        new_server.acquire()
    assert diary.read_text() == "dear diary"


def test_a_server_that_cannot_start_says_why_on_one_line(server: EmbeddedPostgres, tmp_path: Path) -> None:
    server.acquire()
    server.release()
    with (tmp_path / "data" / "postgres" / "postgresql.conf").open("a") as settings:
        settings.write("shared_buffers = 'plenty'\n")

    with pytest.raises(ServerDidNotStart, match="shared_buffers") as refusal:
        server.acquire()
    assert "\n" not in str(refusal.value)


def test_a_data_directory_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EmbeddedPostgresError, match="cannot be used"):
        EmbeddedPostgres(tmp_path / "file" / "data").acquire()


def test_a_long_or_odd_path_gets_a_short_private_socket_directory(tmp_path: Path) -> None:
    data_dir = tmp_path / ("long " * 20 + "a,b:c$HOME'\"")
    with local_database(data_dir) as url:
        assert asyncio.run(ask(url, "SELECT 1")) == 1
        sockets = Layout(data_dir).sockets
        assert f"host={sockets}&" in url
        assert not sockets.is_relative_to(data_dir)
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    sockets.rmdir()


def test_a_large_log_is_moved_aside_while_the_server_goes_on(server: EmbeddedPostgres) -> None:
    server.acquire()
    with server.log_path.open("ab") as log:
        log.truncate(11 * 1024 * 1024)

    server.ensure_running()

    assert server.log_path.stat().st_size < 1024 * 1024
    assert server.log_path.with_name("postgres.log.1").stat().st_size == 11 * 1024 * 1024
