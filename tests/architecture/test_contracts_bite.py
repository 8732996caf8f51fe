"""Every contract refuses a planted violation, so that one which cannot fail is noticed."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.architecture.linting import CONTRACTS, PACKAGE, SOURCE, broken
from tests.architecture.violations import VIOLATIONS, Violation


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted")
    copytree(SOURCE / PACKAGE, folder / PACKAGE)
    return folder


@pytest.fixture(scope="module")
def broken_before(copy: Path) -> set[str]:
    """Contracts that the package breaks as it is: another test's business."""
    return broken(copy)


def test_every_contract_has_a_planted_violation() -> None:
    assert {violation.contract for violation in VIOLATIONS} == set(CONTRACTS)


@pytest.mark.parametrize("violation", VIOLATIONS, ids=str)
def test_a_planted_violation_breaks_its_contract_and_no_other(
    violation: Violation, copy: Path, broken_before: set[str]
) -> None:
    violation.plant(copy / PACKAGE)
    try:
        refused_by = broken(copy) - broken_before
    finally:
        violation.weed(copy / PACKAGE)
    # Where imports already lead down, one that leads up closes a circle as well.
    assert refused_by - ({"acyclic"} - {violation.contract}) == {violation.contract}
