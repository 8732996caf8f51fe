"""A supervisor in a process of its own: terminals, signals, and its own violent death."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SUPERVISES = """
import asyncio, sys
from careercopilot.bootstrap.process import install_stop_signals
from careercopilot.entrypoints.cli.supervisor import ChildSpec, Supervisor, leashed

OURS = '''
import signal, sys, time
from careercopilot.bootstrap.process import exit_when_parent_dies
if sys.argv[1] == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
exit_when_parent_dies(grace=0.3)
print("up", flush=True)
time.sleep(600)
'''

def on_event(event, facts):
    print(event, facts.get("child"), facts.get("pid"), flush=True)

async def main():
    stop = asyncio.Event()
    children = [
        ChildSpec("ours", (sys.executable, "-c", OURS, sys.argv[1]), stop_timeout=30),
        ChildSpec("foreign", leashed(("sleep", "600"))),
    ]
    supervisor = Supervisor(children, on_event=on_event)
    install_stop_signals(stop, supervisor.hurry)
    await supervisor.run(stop, on_ready=lambda: print("ready", flush=True))
    print("stopped tidily", flush=True)

asyncio.run(main())
"""


class Supervised:
    """The process, and what it told."""

    def __init__(self, kind: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISES, kind],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.children: dict[str, int] = {}
        self._read_until("ready")
        assert self.process.stderr is not None
        assert self.process.stderr.readline() == "up\n"

    def _read_until(self, word: str) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event, *facts = line.split()
            if event == "child.started":
                self.children[facts[0]] = int(facts[1])
            if event == word:
                return

    def wait_for(self, word: str) -> None:
        self._read_until(word)

    def living(self) -> list[str]:
        return [name for name, pid in self.children.items() if runs(pid)]


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.fixture(params=["good", "deaf"])
def supervised(request: pytest.FixtureRequest) -> Iterator[Supervised]:
    supervised = Supervised(request.param)
    yield supervised
    supervised.process.kill()
    supervised.process.communicate()
    until(lambda: not supervised.living())


def test_a_killed_supervisor_leaves_no_children(supervised: Supervised) -> None:
    assert sorted(supervised.living()) == ["foreign", "ours"]

    supervised.process.kill()

    until(lambda: not supervised.living())


def test_ctrl_c_twice_ends_everything_tidily_and_soon(supervised: Supervised) -> None:
    os.killpg(supervised.process.pid, signal.SIGINT)
    supervised.wait_for("child.stopping")
    os.killpg(supervised.process.pid, signal.SIGINT)

    output, _ = supervised.process.communicate(timeout=10)

    assert "stopped tidily" in output
    assert supervised.process.returncode == 0
    assert not supervised.living()


@pytest.mark.parametrize("supervised", ["good"], indirect=True)
def test_sigterm_stops_everything_in_reverse_order(supervised: Supervised) -> None:
    supervised.process.terminate()

    output, _ = supervised.process.communicate(timeout=10)

    stops = [line.split()[1] for line in output.splitlines() if line.startswith("child.stopped")]
    assert stops == ["foreign", "ours"]
    assert supervised.process.returncode == 0
