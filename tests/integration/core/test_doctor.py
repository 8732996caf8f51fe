"""The doctor says what is wrong with an installation, in words that help."""

from pathlib import Path

import pytest

from careercopilot.adapters.postgres.migrations.runner import migrate
from careercopilot.bootstrap.doctor import examine
from careercopilot.bootstrap.settings import Settings
from tests.support.administration import value
from tests.support.containers import settings
from tests.support.databases import TestServer


def on(url: str, **changes: object) -> Settings:
    return settings(database_url=url, **changes)


async def test_a_sound_installation_has_only_good_findings(database_url: str) -> None:
    findings = await examine(on(database_url, pool_size=5, pool_overflow=5))
    assert [f.subject for f in findings] == [
        "PostgreSQL",
        "extension btree_gin",
        "extension pg_trgm",
        "extension unaccent",
        "schema",
        "connections",
    ]
    assert all(f.ok for f in findings), findings


async def test_more_connections_than_the_server_allows_are_found(database_url: str) -> None:
    allowed = int(str(await value(database_url, "SHOW max_connections")))
    findings = {f.subject: f for f in await examine(on(database_url, pool_size=allowed, pool_overflow=0))}
    assert not findings["connections"].ok
    assert str(allowed) in findings["connections"].detail


async def test_a_schema_that_is_behind_is_found_and_the_remedy_named(postgres_server: TestServer) -> None:
    url = await postgres_server.create("template0")
    try:
        for state in ("nothing", "0001"):
            found = {f.subject: f for f in await examine(on(url))}["schema"]
            assert not found.ok
            assert state in found.detail
            assert "careercopilot migrate" in found.detail
            await migrate(url, "0001")
    finally:
        await postgres_server.drop(url)


@pytest.mark.parametrize("database", ["there_is_no_such_database"])
async def test_a_database_that_does_not_exist_is_one_clear_finding(postgres_server: TestServer, database: str) -> None:
    (found,) = await examine(on(postgres_server.address(database)))
    assert (found.subject, found.ok) == ("database", False)
    assert database in found.detail


async def test_a_server_that_cannot_be_reached_is_one_clear_finding(unused_port: int) -> None:
    (found,) = await examine(on(f"postgresql://nobody:hunter2@127.0.0.1:{unused_port}/nothing"))
    assert (found.subject, found.ok) == ("database", False)
    assert "hunter2" not in found.detail


async def test_a_data_directory_that_cannot_be_used_is_one_clear_finding(tmp_path: Path) -> None:
    occupied = tmp_path / "data"
    occupied.write_text("a file where a directory should be")
    (found,) = await examine(settings(data_dir=occupied))
    assert (found.subject, found.ok) == ("database", False)
    assert found.detail
