"""What several of these tests look at."""

import grimp
import pytest

from tests.architecture.linting import SOURCE, import_graph


@pytest.fixture(scope="session")
def graph() -> grimp.ImportGraph:
    return import_graph(SOURCE)
