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
# Rooms that are no technology: they join contexts, or hold what all of a technology's contexts stand on.
SHARED_ROOMS = {"bridges": CONTEXTS, "embedded_postgres": set(), "taskiq": set()}
COMMON = {"core", "migrations"}


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
    assert rooms.keys() & (CONTEXTS | COMMON | {"helpers", "utils", "common", "base"}) == set()
    nameless = [name for name, folder in rooms.items() if name not in SHARED_ROOMS and not _places(folder) & CONTEXTS]
    assert nameless == []


def _places(folder: Path) -> set[str]:
    return {path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}


@pytest.mark.parametrize("technology", ["postgres", "memory"])
def test_an_adapter_class_carries_the_name_of_its_technology(technology: str) -> None:
    """Told by its needs: a class that is made with a session, an engine or a database of the technology."""
    prefix = technology.capitalize()
    needs = {f"{prefix}Session", f"{prefix}Database", "ReadEngine", "WriteEngine"}
    wrong = [
        f"{file.relative_to(HOUSE)}: {found.name}"
        for file in sorted((HOUSE / "adapters" / technology).rglob("*.py"))
        for found in ast.walk(ast.parse(file.read_text()))
        if isinstance(found, ast.ClassDef) and _needs(found) & needs and not found.name.startswith((prefix, "_"))
    ]
    assert wrong == []


def _needs(found: ast.ClassDef) -> set[str]:
    constructors = [node for node in found.body if isinstance(node, ast.FunctionDef) and node.name == "__init__"]
    arguments = [argument for constructor in constructors for argument in constructor.args.args]
    return {a.annotation.id for a in arguments if isinstance(a.annotation, ast.Name)}
