"""What docs/operations.md says of services that are away is held by tests that it names."""

import re

from tests.architecture.linting import ROOT

OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
SERVICES = ("Redis", "Chroma", "SMTP", "a model provider")


def cells() -> dict[str, list[list[str]]]:
    """The test names of every cell, by service."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in OPERATIONS.splitlines() if "|" in line]
    named = {row[0]: index for index, row in enumerate(rows) if row[0] in SERVICES}
    return {service: [re.findall(r"`(test_\w+)`", cell) for cell in rows[at + 1][1:]] for service, at in named.items()}


def test_every_cell_names_a_test() -> None:
    assert {service: [bool(cell) for cell in row] for service, row in cells().items()} == {
        service: [True] * 4 for service in SERVICES
    }


def test_every_named_test_is_there() -> None:
    there = {
        name for file in (ROOT / "tests").rglob("test_*.py") for name in re.findall(r"def (test_\w+)", file.read_text())
    }
    assert {name for row in cells().values() for cell in row for name in cell} - there == set()
