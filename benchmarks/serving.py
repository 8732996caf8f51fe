"""Serving: jobs read over HTTP, from a catalogue of generated jobs in the embedded PostgreSQL.

uv run python benchmarks/http.py [--json] [--jobs N] [--rounds N] [--seconds S] [--connections N]

``jobs_page``: GET /jobs?limit=20 requests a second; ``job_by_id``: GET /jobs/{id}, another id each time.
Floor: a bare Litestar route over asyncpg doing the very statements that ours did, captured beforehand.
Server, floor, load and database are processes of their own and share the machine's cores; ours and the floor take
turns, and the median round counts.
"""

import argparse
import asyncio
import json
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import asyncpg
import httpx
from catalogue import fill
from report import Result, print_results
from running import HERE, SECRET, api, child, database, free_port, wait_for
from sqlalchemy import Engine, event

from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.migrations.runner import migrate
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.ids import new_id
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.jobs.api.job_lists import JobQuery
from careercopilot.modules.jobs.api.use_cases.jobs import ListJobs, ViewJob

Statement = tuple[str, tuple[object, ...]]
_TARGETS = {"jobs_page": 0.5, "job_by_id": 0.4}
_PAGE = "/api/v1/jobs?limit=20"


@dataclass(frozen=True)
class Load:
    """How hard, and how often."""

    rounds: int
    seconds: float
    connections: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--jobs", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--connections", type=int, default=16)
    arguments = parser.parse_args()
    load = Load(arguments.rounds, arguments.seconds, arguments.connections)
    with database() as url, tempfile.TemporaryDirectory(prefix="cc-serving-") as folder:
        results = _measure(url, Path(folder), arguments.jobs, load)
    print_results("http", results, as_json=arguments.json)


def _measure(url: str, folder: Path, jobs: int, load: Load) -> list[Result]:
    job_ids, asked = asyncio.run(_prepare(url, jobs))
    (folder / "statements").write_bytes(pickle.dumps(asked))
    ports = {"ours": free_port(), "floor": free_port()}
    with api(url, ports["ours"]), _floor(url, ports["floor"], folder / "statements"):
        headers = {"ours": {"Authorization": f"Bearer {_signed_up(ports['ours'])}"}, "floor": {}}
        wait_for(ports["floor"], _PAGE)
        paths = {"jobs_page": [_PAGE], "job_by_id": [f"/api/v1/jobs/{job_id}" for job_id in job_ids[:2000]]}
        return [_result(name, _alternate(ports, headers, asked, load)) for name, asked in paths.items()]


async def _prepare(url: str, jobs: int) -> tuple[list[UUID], dict[str, object]]:
    """Fill the catalogue; return its ids, and what ours asks the database for a page and for a job."""
    await migrate(url)
    job_ids: list[UUID] = await fill(url, jobs)
    container = postgres_container(Settings(secret_key=SECRET), url)
    try:
        with _overheard((await container.get(ReadEngine)).engine.sync_engine) as asked:
            async with container() as scope:
                list_jobs, view_job = await scope.get(ListJobs), await scope.get(ViewJob)
                await list_jobs(new_id(), JobQuery(), PageRequest(limit=20))
                await _taken(asked)  # the first connection says more than its statement
                await list_jobs(new_id(), JobQuery(), PageRequest(limit=20))
                page = await _taken(asked)
                await view_job(new_id(), job_ids[0])
                one = await _taken(asked)
        return job_ids, {"page": page, "one": one, "one_id": job_ids[0]}
    finally:
        await container.close()


@contextmanager
def _overheard(engine: Engine) -> Iterator[list[Statement]]:
    """Note every statement, whether it goes through SQLAlchemy or to the driver's connection itself."""
    asked: list[Statement] = []

    def direct(query: asyncpg.connection.LoggedQuery) -> None:
        asked.append((query.query, query.args))

    event.listen(engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    event.listen(engine, "checkout", lambda connection, *_: connection.driver_connection.add_query_logger(direct))
    yield asked


async def _taken(asked: list[Statement]) -> list[Statement]:
    await asyncio.sleep(0.05)  # the driver tells a moment later
    taken = asked.copy()
    asked.clear()
    return taken


def _alternate(
    ports: dict[str, int], headers: dict[str, dict[str, str]], paths: Sequence[str], load: Load
) -> dict[str, float]:
    """Return the median requests a second of both, after a round that does not count."""
    rounds: dict[str, list[float]] = {"ours": [], "floor": []}
    for number in range(load.rounds + 1):
        for name, counted in rounds.items():
            seconds = load.seconds if number else 1.0
            counted.append(_drive(ports[name], headers[name], paths, load.connections, seconds)["per_second"])
    return {name: statistics.median(counted[1:]) for name, counted in rounds.items()}


def _drive(
    port: int, headers: dict[str, str], paths: Sequence[str], connections: int, seconds: float
) -> dict[str, float]:
    command = [sys.executable, str(HERE / "load.py"), str(port), str(connections), str(seconds)]
    asked = json.dumps({"headers": headers, "paths": list(paths)})
    found: dict[str, float] = json.loads(subprocess.run(command, input=asked, stdout=-1, text=True, check=True).stdout)
    return found


def _result(name: str, medians: dict[str, float]) -> Result:
    ratio, target = medians["ours"] / medians["floor"], _TARGETS[name]
    return Result(
        name=name,
        value=medians["ours"],
        unit="req/s",
        floor=medians["floor"],
        ratio=ratio,
        target=target,
        met=ratio >= target,
    )


@contextmanager
def _floor(url: str, port: int, statements: Path) -> Iterator[None]:
    with child([sys.executable, str(HERE / "floor_server.py"), url, str(port), str(statements)], dict(os.environ)):
        yield


def _signed_up(port: int) -> str:
    body = {"email": "load@example.org", "password": "correct horse battery staple", "full_name": "Load"}
    answer = httpx.post(f"http://127.0.0.1:{port}/api/v1/auth/register", json=body, timeout=30)
    return str(answer.raise_for_status().json()["data"]["access_token"])


if __name__ == "__main__":
    main()
