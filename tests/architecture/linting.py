"""The contracts run in this process, on the package or on a copy of it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import grimp
import pytest
from importlinter.api import read_configuration
from importlinter.application.use_cases import create_report, read_user_options
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.independence import IndependenceContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract
from importlinter.domain.contract import Contract, ContractCheck, registry

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
PACKAGE = "careercopilot"
CONFIGURATION = str(ROOT / "importlinter.toml")

for kind in (AcyclicSiblingsContract, ForbiddenContract, IndependenceContract, LayersContract, ProtectedContract):
    registry.register(kind, kind.type_name)

CONTRACTS: dict[str, dict[str, object]] = {
    options["id"]: options for options in read_configuration(CONFIGURATION)["contracts_options"]
}
_IDS = {options["name"]: contract_id for contract_id, options in CONTRACTS.items()}


@contextmanager
def package_in(folder: Path) -> Iterator[None]:
    """Have the package found in this folder, although another copy of it may be imported already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(sys.modules, PACKAGE, raising=False)
        patch.syspath_prepend(folder)
        yield


def import_graph(folder: Path) -> grimp.ImportGraph:
    with package_in(folder):
        return grimp.build_graph(PACKAGE, include_external_packages=True, cache_dir=None)


def checks(folder: Path) -> dict[str, tuple[Contract, ContractCheck]]:
    """Check every contract and return the outcomes by the contracts' ids."""
    with package_in(folder):
        report = create_report(read_user_options(CONFIGURATION), cache_dir=None)
    assert not report.invalid_contract_options, report.invalid_contract_options
    return {_IDS[contract.name]: (contract, check) for contract, check in report.get_contracts_and_checks()}


def broken(folder: Path) -> set[str]:
    return {contract_id for contract_id, (_, check) in checks(folder).items() if not check.kept}
