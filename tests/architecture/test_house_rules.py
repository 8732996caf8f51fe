"""Rules of the house that can be read off the source."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.linting import PACKAGE, SOURCE

HOUSE = SOURCE / PACKAGE
FILES = sorted(HOUSE.rglob("*.py"))
CONTEXTS = {"identity", "jobs", "tracking", "insights", "content", "messaging"}
LONGEST_FILE = 250
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b|\bpass  #")
# Technologies that serve no context: what stands under all of them, a server to start, and a broker to hand out.
SERVING_NO_CONTEXT = {"embedded_postgres", "in_process", "prometheus", "redis", "taskiq"}
NO_TECHNOLOGY = CONTEXTS | {"core", "base", "common", "helpers", "shared", "utils"}


def _shown(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(HOUSE)) for path in paths]


def test_no_file_is_longer_than_250_lines() -> None:
    assert _shown([file for file in FILES if len(file.read_text().splitlines()) > LONGEST_FILE]) == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {file.parent for file in FILES}
    assert _shown([folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()]) == []


def test_every_file_says_what_it_is_for() -> None:
    assert _shown([file for file in FILES if not ast.get_docstring(ast.parse(file.read_text()))]) == []


def test_nothing_is_left_unfinished() -> None:
    assert _shown([file for file in FILES if UNFINISHED.search(file.read_text())]) == []


@pytest.mark.parametrize("room", ["kernel", "modules"])
def test_the_core_neither_prints_nor_logs_nor_reads_the_environment(room: str) -> None:
    core = sorted((HOUSE / room).rglob("*.py"))
    assert _shown([file for file in core if _speaks(ast.parse(file.read_text()))]) == []


def _speaks(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in {"print", "input", "open"}:
            return True
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "stdout", "stderr"}:
            return True
        if isinstance(node, ast.Import) and any(name.name == "logging" for name in node.names):
            return True
    return False


def test_adapters_are_named_by_their_technology_and_hold_a_place_for_each_context() -> None:
    rooms = {folder.name: folder for folder in (HOUSE / "adapters").iterdir() if (folder / "__init__.py").is_file()}
    assert rooms.keys() & NO_TECHNOLOGY == set()
    placeless = {name for name, folder in rooms.items() if not _places(folder) & CONTEXTS}
    assert placeless == SERVING_NO_CONTEXT


def _places(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
