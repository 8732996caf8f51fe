"""Every contract of importlinter.toml is kept by the package as it is."""

import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions

import grimp
import pytest
from importlinter.domain.contract import Contract, ContractCheck

from tests.architecture.linting import CONTRACTS, PACKAGE, ROOT, SOURCE, checks

# Libraries that any adapter or entrypoint may use; the core may not.
EVERYWHERE_ABOVE_THE_CORE = {"msgspec", "structlog"}


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[Contract, ContractCheck]]:
    return checks(SOURCE)


@pytest.mark.parametrize("contract_id", CONTRACTS)
def test_a_contract_is_kept(contract_id: str, outcomes: dict[str, tuple[Contract, ContractCheck]]) -> None:
    contract, check = outcomes[contract_id]
    if not check.kept:
        contract.render_broken_contract(check)
    assert check.kept, f"{contract.name}; the imports are printed above"


def test_every_library_has_a_home(graph: grimp.ImportGraph) -> None:
    homes = {module for options in CONTRACTS.values() for module in _listed(options, "protected_modules")}
    assert _libraries(graph) - homes == EVERYWHERE_ABOVE_THE_CORE


def test_every_library_is_declared(graph: grimp.ImportGraph) -> None:
    """Also one that another library would bring along; memory adapters are never imported by what is installed."""
    declared = {_normal(re.split(r"[^\w.-]", line)[0]) for line in _project()["dependencies"]}
    import_names = {name for package in declared for name in _import_names().get(package, ())}
    undeclared = {
        (importer, library)
        for library in _libraries(graph) - import_names
        for importer in graph.find_modules_that_directly_import(library)
        if not importer.startswith(f"{PACKAGE}.adapters.memory.")
    }
    assert undeclared == set()


def test_every_package_of_the_lock_file_is_forbidden_to_the_core() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    packages = {_normal(package["name"]) for package in lock["package"]} - {PACKAGE}
    # What is not installed here (it is for another platform) is taken to be imported by its own name.
    wanted = {name for package in packages for name in _import_names().get(package, {package.replace("-", "_")})}
    forbidden = set(_listed(CONTRACTS["pure-core"], "forbidden_modules"))
    assert (wanted | {"aiohttp", "httpx", "requests"}) - forbidden == set()


def _libraries(graph: grimp.ImportGraph) -> set[str]:
    return {module for module in graph.modules if graph.is_module_squashed(module)} - sys.stdlib_module_names


def _listed(options: dict[str, object], field: str) -> list[str]:
    found = options.get(field, [])
    assert isinstance(found, list)
    return found


def _project() -> dict[str, list[str]]:
    project: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return project


@cache
def _import_names() -> dict[str, set[str]]:
    """Return what each installed distribution is imported as."""
    found: dict[str, set[str]] = {}
    for import_name, distributions in packages_distributions().items():
        for distribution in distributions:
            if import_name.isidentifier():  # a compiled part's name may hold a hash
                found.setdefault(_normal(distribution), set()).add(import_name)
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
