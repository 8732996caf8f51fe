"""Ingestion: boards served over loopback, read by the worker's own code into the embedded PostgreSQL.

uv run python benchmarks/ingest.py [--json] [--boards N] [--postings N] [--snapshot FILE] [--rounds N]

``first_run_postings_per_s``: everything is new. Floor: COPY of the same rows into plain tables without keys.
``unchanged_run_postings_per_s``: the same again, without conditional requests. Floor: fetching and hashing alone.
``peak_rss_mb``: the worker process over all of it. Floor: the same process before its first run.
Feed, worker and database are processes of their own and share the machine's cores. Each round has a fresh database.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg
from report import Result, print_results
from running import database

from careercopilot.adapters.postgres.migrations.runner import migrate

_HERE = Path(__file__).parent
_FIRST_TARGET, _UNCHANGED_TARGET, _RSS_TARGET = 1_500.0, 10_000.0, 400.0
_TABLES = {
    "job": "id, title, company_name, locations, remote, employment_type, salary, url, apply_url, posted_date",
    "job_text": "job_id, html, text",
    "posting": "id, board_id, source, external_id, job_id, fingerprint, url, first_seen_at, last_seen_at",
}
_COPIED_AT_ONCE = 500


@dataclass
class Round:
    """What one round measured: postings a second, and megabytes."""

    first: float
    first_floor: float
    unchanged: float
    unchanged_floor: float
    peak: float
    idle: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--boards", type=int, default=24)
    parser.add_argument("--postings", type=int, default=500, help="postings of each board")
    parser.add_argument("--snapshot", type=Path, help="rows of a crawl, instead of made-up postings")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    chosen = ["--boards", str(arguments.boards), "--postings", str(arguments.postings)]
    if arguments.snapshot:
        chosen = ["--snapshot", str(arguments.snapshot)]
    with _feed(chosen) as feed:
        rounds = [_round(feed) for _ in range(arguments.rounds)]
    print_results("ingest", _results(rounds), as_json=arguments.json)


def _results(rounds: list[Round]) -> list[Result]:
    def result(name: str, value: str, floor: str, unit: str, target: float, *, above: bool) -> Result:
        ours = statistics.median(getattr(r, value) for r in rounds)
        bare = statistics.median(getattr(r, floor) for r in rounds)
        met = ours >= target if above else ours < target
        return Result(name=name, value=ours, unit=unit, floor=bare, ratio=ours / bare, target=target, met=met)

    return [
        result("first_run_postings_per_s", "first", "first_floor", "1/s", _FIRST_TARGET, above=True),
        result("unchanged_run_postings_per_s", "unchanged", "unchanged_floor", "1/s", _UNCHANGED_TARGET, above=True),
        result("peak_rss_mb", "peak", "idle", "MB", _RSS_TARGET, above=False),
    ]


def _round(feed: str) -> Round:
    with database() as url:
        asyncio.run(migrate(url))
        return _measured(url, feed)


def _measured(url: str, feed: str) -> Round:
    with _worker(url, feed) as worker:
        idle = worker.tell("follow")["peak_rss_mb"]
        first = worker.tell("run")["seconds"]
        count = asyncio.run(_check(url, "new"))
        unchanged = []
        for _ in range(3):
            worker.tell("due")
            unchanged.append(worker.tell("run")["seconds"])
        asyncio.run(_check(url, "unchanged"))
        peak = worker.tell("due")["peak_rss_mb"]
        fetching = statistics.median(worker.tell("floor")["seconds"] for _ in range(3))
    copying = asyncio.run(_copy(url))
    return Round(
        first=count / first,
        first_floor=count / copying,
        unchanged=count / statistics.median(unchanged),
        unchanged_floor=count / fetching,
        peak=peak,
        idle=idle,
    )


async def _check(url: str, outcome: str) -> int:
    """Return how many postings are stored; what the ledger says of each board's last run must agree."""
    connection = await asyncpg.connect(url)
    try:
        stored = await connection.fetchval("SELECT count(*) FROM jobs.posting WHERE closed_at IS NULL")
        told = await connection.fetchval(
            f"SELECT sum({outcome}) FROM (SELECT DISTINCT ON (board_id) * FROM jobs.source_run"
            " ORDER BY board_id, started_at DESC) AS last WHERE status = 'complete'"
        )
    finally:
        await connection.close()
    if not stored or stored != told:
        sys.exit(f"{stored} postings are stored, the ledger tells of {told}")
    return int(stored)


async def _copy(url: str) -> float:
    """Copy the rows that were stored into plain tables; return the seconds."""
    connection = await asyncpg.connect(url)
    try:
        rows = {}
        for table, columns in _TABLES.items():
            rows[table] = await connection.fetch(f"SELECT {columns} FROM jobs.{table}")
            await connection.execute(f"CREATE TABLE public.plain_{table} AS SELECT {columns} FROM jobs.{table} LIMIT 0")
        begun = time.perf_counter()
        for start in range(0, len(rows["job"]), _COPIED_AT_ONCE):
            async with connection.transaction():
                for table in _TABLES:
                    some = rows[table][start : start + _COPIED_AT_ONCE]
                    await connection.copy_records_to_table(f"plain_{table}", records=some)
        return time.perf_counter() - begun
    finally:
        await connection.close()


class _Worker:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def tell(self, order: str) -> dict[str, float]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"the worker died at {order!r}")
        answer: dict[str, float] = json.loads(line)
        if os.environ.get("VERBOSE"):
            print(order, answer, file=sys.stderr)
        return answer


@contextmanager
def _worker(url: str, feed: str) -> Iterator[_Worker]:
    sources = {name: f"{feed}/{name.lower()}" for name in ("ASHBY", "GREENHOUSE")}
    environment = {**os.environ, **{f"CAREERCOPILOT_SOURCES_{name}_URL": base for name, base in sources.items()}}
    process = subprocess.Popen(
        [sys.executable, str(_HERE / "ingest_worker.py"), url, feed],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        yield _Worker(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)


@contextmanager
def _feed(chosen: list[str]) -> Iterator[str]:
    command = [sys.executable, str(_HERE / "board_feed.py"), *chosen]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    main()
