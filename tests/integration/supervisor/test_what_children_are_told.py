"""What ``up`` tells its processes about where they run."""

import pytest

from careercopilot.entrypoints.cli.up import _children
from tests.support.containers import settings

NO_VECTORS = {"chroma_url": "off"}


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("127.0.0.1", "http://127.0.0.1:8123"),
        ("0.0.0.0", "http://127.0.0.1:8123"),
        ("::1", "http://[::1]:8123"),
        ("::", "http://[::1]:8123"),
        ("jobs.example.org", "http://jobs.example.org:8123"),
    ],
)
def test_links_lead_to_where_it_runs(host: str, said: str) -> None:
    children = _children(settings(**NO_VECTORS), "postgresql://", host, 8123)
    assert {child.environment["CAREERCOPILOT_BASE_URL"] for child in children} == {said}


def test_an_operator_knows_better_where_people_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCOPILOT_BASE_URL", "https://jobs.example.org")
    children = _children(settings(**NO_VECTORS), "postgresql://", "127.0.0.1", 8123)
    assert {child.environment["CAREERCOPILOT_BASE_URL"] for child in children} == {"https://jobs.example.org"}
