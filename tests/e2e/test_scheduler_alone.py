"""What the scheduler says when it lacks what it needs."""

import os
import subprocess

import pytest

from tests.support.product import COMMAND

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "CAREERCOPILOT_REDIS_URL"),
        ({"CAREERCOPILOT_REDIS_URL": "redis://127.0.0.1:1/0"}, "CAREERCOPILOT_DATABASE_URL"),
    ],
)
def test_without_redis_or_database_it_says_so_in_one_line(given: dict[str, str], missing: str) -> None:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CAREERCOPILOT_")}
    ended = subprocess.run(
        [*COMMAND, "scheduler"], env=inherited | given, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert missing in ended.stderr
    assert len(ended.stderr.splitlines()) == 1
