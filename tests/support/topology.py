"""The product scaled out: several API processes and workers and a scheduler, as an operator would run them."""

import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Self

import httpx
import psutil

from tests.support.product import COMMAND, free_port


class OneProcess:
    """``careercopilot <words>`` as a process; it can be ended in any way and started again."""

    def __init__(self, words: tuple[str, ...], environment: dict[str, str], log: Path) -> None:
        self._words = words
        self._environment = environment
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> str:
        return self._log.read_text()

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._process = subprocess.Popen([*COMMAND, *self._words], env=self._environment, stdout=log, stderr=log)

    def stop(self) -> int:
        """As an operator would; return the exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """As a machine that dies."""
        self._end(signal.SIGKILL)

    def talks_from(self, port: int) -> bool:
        """Whether it has a connection open from this port of its machine."""
        if self._process is None:
            return False
        connections = psutil.Process(self._process.pid).net_connections("tcp")
        return any(c.laddr.port == port and c.status == psutil.CONN_ESTABLISHED for c in connections)

    def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(how)
        return process.wait(20)


class Topology:
    """Two API processes, two workers, one scheduler, on services that are there already."""

    def __init__(self, folder: Path, **settings: str) -> None:
        quiet = {"DEMO": "off", "FOLLOW_DEFAULTS": "off", "DATA_DIR": str(folder / "data"), **settings}
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("CAREERCOPILOT_")}
        self._environment = inherited | {f"CAREERCOPILOT_{name}": value for name, value in quiet.items()}
        self._folder = folder
        ports = [free_port(), free_port()]
        self.urls = [f"http://127.0.0.1:{port}" for port in ports]
        self.apis = [self._process(f"api-{n}", "serve", "--port", str(port)) for n, port in enumerate(ports)]
        self.workers = [self._process(f"worker-{n}", "worker") for n in range(2)]
        self.scheduler = self._process("scheduler", "scheduler")

    def __enter__(self) -> Self:
        for process in self.everybody:
            process.start()
        deadline = time.monotonic() + 60
        for url in self.urls:
            while not _is_ready(url):
                assert time.monotonic() < deadline, self.logs()
                time.sleep(0.05)
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.everybody:
            process.kill()

    @property
    def everybody(self) -> list[OneProcess]:
        return [*self.apis, *self.workers, self.scheduler]

    def run(self, *words: str, stdin: str | None = None) -> str:
        """Run another command beside them; return what it prints."""
        finished = subprocess.run(
            [*COMMAND, *words],
            env=self._environment,
            capture_output=True,
            text=True,
            input=stdin,
            timeout=60,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    def logs(self) -> str:
        return "\n".join(f"--- {log.name}\n{log.read_text()}" for log in sorted(self._folder.glob("*.log")))

    def _process(self, name: str, *words: str) -> OneProcess:
        return OneProcess(words, self._environment, self._folder / f"{name}.log")


def _is_ready(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health/ready", timeout=2).status_code == 200
    except httpx.TransportError:
        return False
