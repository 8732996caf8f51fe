"""The real product in a real process."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

import httpx
import psutil

COMMAND = (sys.executable, "-m", "careercopilot.entrypoints.cli.main")


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


class Product:
    """``careercopilot`` on one data directory: ``up`` as a process, other commands beside it."""

    def __init__(self, data_dir: Path, **settings: str) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        quiet = {"DEMO": "off", "FOLLOW_DEFAULTS": "off", "CHROMA_URL": "off", **settings}
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("CAREERCOPILOT_")}
        self.environment = {**inherited, **{f"CAREERCOPILOT_{name}": value for name, value in quiet.items()}}
        self.log = data_dir.parent / f"{data_dir.name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, patience: float = 60) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*COMMAND, "up", "--port", str(self.port), "--data-dir", str(self.data_dir)],
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        self.wait_until_ready(patience)

    def wait_until_ready(self, patience: float = 60) -> None:
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text()
            try:
                if httpx.get(f"{self.url}/health/ready", timeout=2).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        raise AssertionError(self.log.read_text())

    def stop(self, patience: float = 30) -> int:
        """Stop as a person would, and return the exit code."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(patience)

    def run(self, *words: str, stdin: str | None = None) -> "subprocess.CompletedProcess[str]":
        """Run another command on the same data directory."""
        return subprocess.run(
            [*COMMAND, *words],
            env={**self.environment, "CAREERCOPILOT_DATA_DIR": str(self.data_dir)},
            capture_output=True,
            text=True,
            input=stdin,
            timeout=300,
            check=False,
        )

    def json(self, *words: str) -> Any:
        finished = self.run(*words, "--json")
        assert finished.stdout, finished.stderr
        return json.loads(finished.stdout)

    def children(self) -> dict[str, psutil.Process]:
        """The API and worker processes, by name."""
        assert self.process is not None
        found = {}
        for child in psutil.Process(self.process.pid).children(recursive=True):
            command = " ".join(child.cmdline())
            for name in ("asgi", "worker"):
                if f"careercopilot.entrypoints.{name}" in command:
                    found[name] = child
        return found

    def postgres_pid(self) -> int:
        return int((self.data_dir / "postgres" / "postmaster.pid").read_text().splitlines()[0])
