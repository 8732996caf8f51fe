"""The command ``ingest`` on a real database and boards on loopback."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from careercopilot.entrypoints.cli.ingest import ingest
from tests.support.board_fixtures import a_row
from tests.support.board_server import BoardServer, Fault
from tests.support.databases import TestServer


@pytest.fixture
def boards() -> Iterator[BoardServer]:
    with BoardServer() as server:
        for board in ("one", "two"):
            server.set_jobs("ashby", board, [a_row("ashby", number) for number in range(1, 4)])
        yield server


@pytest.fixture(autouse=True)
def product(
    postgres_server: TestServer, boards: BoardServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    url = asyncio.run(postgres_server.create())
    settings = {
        "DATABASE_URL": url,
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": "a secret of the tests, longer than thirty-two bytes",
        "SOURCES_ASHBY_URL": boards.url("ashby"),
        "FOLLOW_DEFAULTS": "off",
        "DEMO": "off",
        "LOG_LEVEL": "error",
    }
    for name, value in settings.items():
        monkeypatch.setenv(f"CAREERCOPILOT_{name}", value)
    yield
    asyncio.run(postgres_server.drop(url))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ingest, arguments)


def runs_of(result: Result) -> dict[str, dict[str, Any]]:
    return {line["board"]: line for line in json.loads(result.stdout)["runs"]}


def test_named_boards_are_read_and_followed_from_then_on(tmp_path: Path) -> None:
    file = tmp_path / "boards.txt"
    file.write_text("# ours\n\none\n two \n", encoding="utf-8")
    first = run("--source", "ashby", "--boards-file", str(file), "--board", "one", "--json")
    assert first.exit_code == 0, first.output
    assert {name: line["new"] for name, line in runs_of(first).items()} == {"one": 3, "two": 3}
    again = run("--json")
    assert (again.exit_code, {line["status"] for line in runs_of(again).values()}) == (0, {"not_modified"})
    full = run("--source", "ashby", "--full", "--json")
    assert {name: line["unchanged"] for name, line in runs_of(full).items()} == {"one": 3, "two": 3}


def test_a_board_that_fails_is_told_and_spoils_only_the_exit_code(boards: BoardServer) -> None:
    boards.fail("ashby", "two", Fault("html"))
    result = run("--source", "ashby", "--board", "one", "--board", "two", "--board", "nobody", "--json")
    assert result.exit_code == 3
    lines = runs_of(result)
    assert {name: line["status"] for name, line in lines.items()} == {
        "one": "complete",
        "two": "failed",
        "nobody": "failed",
    }
    assert lines["nobody"]["error"]["code"] == "board_not_found"
    assert "ashby/two: failed: not_json" in result.stderr


def test_the_ledger_is_a_table_for_people() -> None:
    result = run("--source", "ashby", "--board", "one", "--board", "two")
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[0][:4] == ["board", "status", "fetched", "new"]
    assert rows[1][:4] == ["ashby/one", "complete", "3", "3"]
    assert rows[3][:3] == ["all", "6", "6"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--source", "nowhere", "--board", "x"], 2, "there are ashby, greenhouse, lever"),
        (["--source", "nowhere"], 2, "there are ashby, greenhouse, lever"),
        (["--board", "x"], 2, "need --source"),
        (["--source", "lever"], 1, "no board of lever is followed"),
        ([], 1, "no board is followed"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: list[str], code: int, message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert message in result.stderr.splitlines()[-1]
    assert result.stdout == ""
