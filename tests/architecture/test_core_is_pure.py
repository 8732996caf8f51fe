"""Modules and kernel stand on the standard library and on each other, whatever a contract may have forgotten."""

import sys
from pathlib import Path
from shutil import copytree

import grimp

from tests.architecture.linting import PACKAGE, SOURCE, import_graph

CORE = (f"{PACKAGE}.kernel", f"{PACKAGE}.modules")


def test_the_core_imports_only_the_standard_library_and_itself(graph: grimp.ImportGraph) -> None:
    assert _foreign_imports(graph) == set()


def test_a_library_that_no_contract_names_is_noticed_too(tmp_path: Path) -> None:
    copytree(SOURCE, tmp_path, dirs_exist_ok=True)
    with (tmp_path / PACKAGE / "kernel" / "clock.py").open("a") as file:
        file.write("\nimport a_library_nobody_listed\n")
    assert _foreign_imports(import_graph(tmp_path)) == {(f"{PACKAGE}.kernel.clock", "a_library_nobody_listed")}


def _foreign_imports(graph: grimp.ImportGraph) -> set[tuple[str, str]]:
    inside = {module for package in CORE for module in (package, *graph.find_descendants(package))}
    allowed = inside | sys.stdlib_module_names | {PACKAGE}
    return {
        (module, imported)
        for module in inside
        for imported in graph.find_modules_directly_imported_by(module)
        if imported not in allowed
    }
