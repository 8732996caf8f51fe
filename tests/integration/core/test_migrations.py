"""The schema's history can be walked up and down, by several processes at once, and ends where the code expects it."""

import asyncio
import sys
from collections.abc import AsyncIterator

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from careercopilot.adapters.postgres import migrations
from careercopilot.adapters.postgres.migrations.runner import migrate, newest_revision
from tests.support.catalogue import described
from tests.support.databases import TestServer

_ONE_PROCESS = """
import asyncio, sys
from careercopilot.adapters.postgres.migrations.runner import migrate
print(*asyncio.run(migrate(sys.argv[1])))
"""


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", next(iter(migrations.__path__)))
    config.set_main_option("path_separator", "os")
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


@pytest.fixture
async def blank(postgres_server: TestServer) -> AsyncIterator[str]:
    """A database that nobody has touched."""
    url = await postgres_server.create("template0")
    yield url
    await postgres_server.drop(url)


async def test_up_and_down_and_up_again_ends_in_the_same_schema(blank: str) -> None:
    assert await migrate(blank) == (None, newest_revision())
    first = await described(blank)
    assert await migrate(blank, "base") == (newest_revision(), None)
    left = [line for line in await described(blank) if "schema_version" not in line]
    assert left == ["schema core"]
    assert await migrate(blank) == (None, newest_revision())
    assert await described(blank) == first


async def test_every_single_step_down_undoes_its_step_up(blank: str) -> None:
    steps = revisions()
    seen = {}
    for revision in steps:
        assert (await migrate(blank, revision))[1] == revision
        seen[revision] = await described(blank)
    for revision in reversed(steps[:-1]):
        assert (await migrate(blank, revision))[1] == revision
        assert await described(blank) == seen[revision]


async def test_migrating_a_second_time_changes_nothing(blank: str) -> None:
    await migrate(blank)
    before = await described(blank)
    assert await migrate(blank) == (newest_revision(), newest_revision())
    assert await described(blank) == before


async def test_going_down_from_nothing_is_harmless(blank: str) -> None:
    assert await migrate(blank, "base") == (None, None)


async def test_tasks_that_migrate_at_once_wait_for_each_other(blank: str) -> None:
    results = await asyncio.gather(*(migrate(blank) for _ in range(4)))
    newest = newest_revision()
    assert sorted(results, key=str) == [(newest, newest)] * 3 + [(None, newest)]


async def test_processes_that_migrate_at_once_wait_for_each_other(blank: str) -> None:
    command = (sys.executable, "-c", _ONE_PROCESS, blank)
    both = [await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE) for _ in range(2)]
    printed = sorted([(await process.communicate())[0].decode().strip() for process in both])
    newest = newest_revision()
    assert printed == sorted([f"None {newest}", f"{newest} {newest}"])
    assert [process.returncode for process in both] == [0, 0]


async def test_a_revision_that_does_not_exist_changes_nothing(blank: str) -> None:
    await migrate(blank, revisions()[0])
    before = await described(blank)
    with pytest.raises(CommandError, match="locate revision"):
        await migrate(blank, "9999")
    assert await described(blank) == before
