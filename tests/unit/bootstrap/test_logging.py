"""The log says what happened, and nothing that is secret or personal."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from careercopilot.bootstrap.logging import hide_secrets

_PROGRAM = """
import logging
import structlog
from careercopilot.bootstrap.logging import configure_logging
from careercopilot.bootstrap.settings import Settings

configure_logging(Settings())
configure_logging(Settings())
log = structlog.get_logger("careercopilot.tests")
log.debug("whispered")
log.info("signed-in", password="hunter2-a", user={"email": "a@example.org", "id": 7}, odd=object)
with structlog.contextvars.bound_contextvars(request_id="r-1"):
    log.warning("line\\nbreak", tokens=[{"access_token": "hunter2-b"}], token_count=3)

def sign_in(password):
    raise ValueError("it failed")

try:
    sign_in("hunter2-c")
except ValueError:
    log.exception("request.failed")
    logging.getLogger("a.library").exception("said %s", "by a library")
logging.getLogger("httpx").info("chatter")
"""


def logged(**environment: str) -> str:
    """Run a program that logs; return what it wrote to standard error, and that it wrote nothing elsewhere."""
    variables = {**os.environ, **{f"CAREERCOPILOT_{name.upper()}": value for name, value in environment.items()}}
    command = [sys.executable, "-W", "error", "-c", _PROGRAM]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == ""
    return done.stderr


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in logged(log_format="json").splitlines()]


def test_every_line_is_one_json_object_with_time_level_and_logger(records: list[dict[str, Any]]) -> None:
    events = [(r["event"], r["level"], r["logger"]) for r in records]
    assert events == [
        ("signed-in", "info", "careercopilot.tests"),
        ("line\nbreak", "warning", "careercopilot.tests"),
        ("request.failed", "error", "careercopilot.tests"),
        ("said by a library", "error", "a.library"),
    ]
    assert all(r["timestamp"].endswith("Z") for r in records)


def test_what_is_bound_to_the_request_is_in_its_lines_and_only_there(records: list[dict[str, Any]]) -> None:
    assert [r.get("request_id") for r in records] == [None, "r-1", None, None]


def test_an_exception_is_told_with_its_frames_but_without_their_variables(records: list[dict[str, Any]]) -> None:
    for record in records[2:]:
        (trace,) = record["exception"]
        assert (trace["exc_type"], trace["exc_value"]) == ("ValueError", "it failed")
        assert [frame["name"] for frame in trace["frames"]] == ["<module>", "sign_in"]
        assert not any(frame.get("locals") for frame in trace["frames"])


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_no_secret_is_written_in_any_format(log_format: str) -> None:
    written = logged(log_format=log_format, log_level="debug")
    assert "whispered" in written
    assert "hunter2-a" not in written
    assert "hunter2-b" not in written
    assert "a@example.org" not in written
    # The third is in the program's text only, as a line of the trace, never as a variable's value.
    assert written.count("hunter2-c") == written.count('sign_in("hunter2-c")')


def test_the_console_shows_the_trace_of_an_exception() -> None:
    written = logged(log_format="console")
    assert "ValueError: it failed" in written
    assert "chatter" not in written


@pytest.mark.parametrize(
    "name",
    ["password", "new_password", "secret_key", "access_token", "Authorization", "set-cookie", "api_key", "email"],
)
def test_secrets_are_known_by_their_name(name: str) -> None:
    assert hide_secrets(None, "info", {name: "hunter2"}) == {name: "[hidden]"}
    assert hide_secrets(None, "info", {name: ["hunter2"]}) == {name: "[hidden]"}
    assert hide_secrets(None, "info", {"deep": [{"down": ({name: "hunter2"},)}]}) == {
        "deep": [{"down": ({name: "[hidden]"},)}]
    }


def test_counts_and_flags_are_not_secrets() -> None:
    entry = {"tokens": 5, "email_sent": True, "token": None}
    assert hide_secrets(None, "info", dict(entry)) == entry


def test_what_was_logged_is_left_as_it_was() -> None:
    kept = {"password": "hunter2", "inner": {"token": "hunter2"}}
    hide_secrets(None, "info", {"request": kept})
    assert kept == {"password": "hunter2", "inner": {"token": "hunter2"}}
