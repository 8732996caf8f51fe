"""Start-up: from the command to the first answer, and what the API process weighs when idle.

uv run python benchmarks/startup.py [--json] [--runs N]

``cold_s``: an empty data directory, so the database is made first; floor: the database alone, made and started.
``warm_s``: the same directory again; floor: the database alone, started again.
``idle_rss_mb``: the API process, ten seconds after its first answer; floor: an interpreter that imported the framework.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from report import Result, print_results
from running import free_port

from careercopilot.adapters.embedded_postgres import EmbeddedPostgres

_COLD_TARGET, _WARM_TARGET, _RSS_TARGET = 8.0, 4.0, 200.0
_MEGABYTE = 1024 * 1024
_GIVE_UP_AFTER = 60.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    cold: list[float] = []
    warm: list[float] = []
    weights: list[float] = []
    cold_floor: list[float] = []
    warm_floor: list[float] = []
    for _ in range(arguments.runs):
        with tempfile.TemporaryDirectory(prefix="cc-startup-") as folder:
            Path(folder).chmod(0o755)
            cold_floor.append(_database_alone(Path(folder) / "floor"))
            warm_floor.append(_database_alone(Path(folder) / "floor"))
            data_dir = Path(folder) / "data"
            with _running(data_dir) as seconds:
                cold.append(seconds)
            with _running(data_dir, weights) as seconds:
                warm.append(seconds)
    floor_rss = _framework_alone()
    print_results(
        "startup",
        [
            _result("cold_s", cold, "s", statistics.median(cold_floor), _COLD_TARGET),
            _result("warm_s", warm, "s", statistics.median(warm_floor), _WARM_TARGET),
            _result("idle_rss_mb", weights, "MB", floor_rss, _RSS_TARGET),
        ],
        as_json=arguments.json,
    )


def _result(name: str, values: list[float], unit: str, floor: float, target: float) -> Result:
    value = statistics.median(values)
    met = value < target
    return Result(name=name, value=value, unit=unit, floor=floor, ratio=value / floor, target=target, met=met)


def _database_alone(data_dir: Path) -> float:
    begun = time.perf_counter()
    server = EmbeddedPostgres(data_dir)
    server.acquire()
    took = time.perf_counter() - begun
    server.release()
    return took


@contextmanager
def _running(data_dir: Path, weights: list[float] | None = None) -> Iterator[float]:
    """Run ``up`` until its first answer; yield the seconds that took."""
    port = free_port()
    environment = {**os.environ, "CAREERCOPILOT_FOLLOW_DEFAULTS": "off", "CAREERCOPILOT_DEMO": "off"}
    command = [sys.executable, "-m", "careercopilot.entrypoints.cli.main", "up", "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--data-dir", str(data_dir)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for_answer(port, process)
        took = time.perf_counter() - begun
        if weights is not None:
            time.sleep(10)
            weights.append(_api_weight(process.pid))
        yield took
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _wait_for_answer(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _GIVE_UP_AFTER
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    msg = "no answer came"
    raise RuntimeError(msg)


def _api_weight(supervisor: int) -> float:
    for child in psutil.Process(supervisor).children(recursive=True):
        if "careercopilot.entrypoints.asgi" in child.cmdline():
            return float(child.memory_info().rss) / _MEGABYTE
    msg = "the API process was not found"
    raise RuntimeError(msg)


def _framework_alone() -> float:
    code = "import litestar, uvicorn, sqlalchemy, asyncpg, resource as r; print(r.getrusage(r.RUSAGE_SELF).ru_maxrss)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return int(shown) / 1024


if __name__ == "__main__":
    if shutil.which("git") is None:
        sys.exit("git is needed, to name what was measured")
    main()
