"""The worker of the ingestion benchmark, in a process of its own: reads due boards as the product's worker does.

It takes orders by line on standard input ("follow", "run", "due", "floor") and answers each with a line of JSON.
"""

import asyncio
import json
import os
import sys
import time
from hashlib import blake2b
from pathlib import Path
from urllib.request import urlopen

import httpx
import msgspec
import uvloop
from dishka import AsyncContainer

from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.logging import configure_logging
from careercopilot.bootstrap.process import collect_garbage_seldom
from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.worker.ingestion import DueBoards
from careercopilot.modules.jobs.api.use_cases.boards import FollowBoard
from careercopilot.modules.jobs.api.use_cases.source_runs import RequestRun


class _Listed(msgspec.Struct):
    jobs: list[msgspec.Raw]


class _Identity(msgspec.Struct):
    id: str | int


_listed = msgspec.json.Decoder(_Listed)
_identity = msgspec.json.Decoder(_Identity)


Boards = list[tuple[str, str, str]]


def index(feed: str) -> Boards:
    """Return source, name and path of each board."""
    with urlopen(f"{feed}/index") as answer:
        return [tuple(row) for row in json.load(answer)]


def peak_rss_mb() -> float:
    """Return this process's own peak; what getrusage tells begins with the size of the process that started it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


async def work(database: str, feed: str, boards: Boards) -> None:
    settings = Settings(secret_key="a secret of the benchmark, long enough to be one", demo=False)
    configure_logging(settings)
    container = postgres_container(settings, database)
    due = DueBoards(container, settings.ingest_concurrency)
    loop = asyncio.get_running_loop()
    while order := (await loop.run_in_executor(None, sys.stdin.readline)).strip():
        begun, cpu = time.perf_counter(), time.process_time()
        if order == "follow":
            await _follow(container, boards)
        elif order == "due":
            async with container() as scope:
                request: RequestRun = await scope.get(RequestRun)
                await request()
        elif order == "run":
            await due.run()
        elif order == "floor":
            await _only_fetch(feed, [path for _, _, path in boards], settings.ingest_concurrency)
        took = {"seconds": time.perf_counter() - begun, "cpu": time.process_time() - cpu}
        print(json.dumps({**took, "peak_rss_mb": peak_rss_mb()}), flush=True)
    await container.close()


async def _follow(container: AsyncContainer, boards: Boards) -> None:
    for source, board, _ in boards:
        async with container() as scope:
            follow: FollowBoard = await scope.get(FollowBoard)
            await follow(source, board)


async def _only_fetch(feed: str, paths: list[str], concurrency: int) -> None:
    """Fetch, split and hash the same answers, and do nothing with them."""
    free = asyncio.Semaphore(concurrency)

    async def one(client: httpx.AsyncClient, path: str) -> None:
        async with free:
            body = (await client.get(feed + path)).content
            for row in _listed.decode(body).jobs:
                _identity.decode(row)
                blake2b(row, digest_size=16).digest()

    async with httpx.AsyncClient() as client:
        await asyncio.gather(*(one(client, path) for path in paths))


if __name__ == "__main__":
    os.environ.setdefault("CAREERCOPILOT_LOG_LEVEL", "error")
    collect_garbage_seldom()  # as the product's worker does
    uvloop.run(work(sys.argv[1], sys.argv[2], index(sys.argv[2])))
