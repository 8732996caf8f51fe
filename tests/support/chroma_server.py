"""Real Chroma servers, on free ports and folders of their own."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Self
from urllib.request import urlopen

from tests.support.product import free_port


class ChromaServer:
    """``with ChromaServer(folder) as server: server.url``; it can be stopped and started again where it was."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, patience: float = 30) -> None:
        program = (sys.executable, "-m", "careercopilot.entrypoints.cli.vector_server")
        command = [*program, "--data-dir", str(self.data_dir), "--port", str(self.port)]
        environment = {k: v for k, v in os.environ.items() if k != "SUPERVISOR_LIFELINE"}
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + patience
        while not self.answers():
            assert self.process.poll() is None, "Chroma ended while starting"
            assert time.monotonic() < deadline, "Chroma did not answer in time"
            time.sleep(0.02)

    def answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/api/v2/heartbeat", timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def stop(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.terminate()
            process.wait(15)
