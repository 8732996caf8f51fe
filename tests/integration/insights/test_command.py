"""The command ``rebuild-insights`` on a real database."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from careercopilot.entrypoints.cli.rebuild_insights import rebuild_insights
from tests.support.databases import TestServer
from tests.support.insights import a_world


@pytest.fixture
def database(postgres_server: TestServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    url = asyncio.run(postgres_server.create())
    settings = {
        "DATABASE_URL": url,
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": "a secret of the tests, longer than thirty-two bytes",
        "LOG_LEVEL": "error",
    }
    for name, value in settings.items():
        monkeypatch.setenv(f"CAREERCOPILOT_{name}", value)
    yield url
    asyncio.run(postgres_server.drop(url))


def test_it_says_what_it_wrote(database: str) -> None:
    asyncio.run(_fill(database))
    result = CliRunner().invoke(rebuild_insights, ["--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == {"applications": 2, "steps": 2, "removed": 0, "arrivals": 0}
    told = CliRunner().invoke(rebuild_insights)
    assert told.stdout.startswith("2 applications with 2 steps are in, 0 were removed; 0 runs")


async def _fill(url: str) -> None:
    async with a_world(url) as world:
        await world.show(0)  # long ago by the tests' clock, so none of the last days' arrivals
        await world.create(0, 0)
        await world.create(1)
