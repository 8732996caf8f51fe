"""Sockets: how long an announcement takes to reach everybody who listens to one API process.

uv run python benchmarks/sockets.py [--json] [--sockets N] [--rounds N]

``announcement_p95_ms``: from sending POST /notifications to the arrival at 95 of 100 sockets, each of another person,
each message a row of that person's; API and worker are the product's own processes. The median round counts.
``socket_kb``: what one open socket adds to the API process.
Floor: a bare ASGI application on the same server that sends one text to all sockets, and stores nothing.
The client of all the sockets is a process of its own and shares the machine's cores with the rest.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import asyncpg
import httpx
import psutil
from dishka import Provider, Scope
from report import Result, print_results
from running import HERE, SECRET, api, child, database, free_port, product, wait_for, worker

from careercopilot.adapters.postgres.migrations.runner import migrate
from careercopilot.bootstrap.container import postgres_container
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.clock import SystemClock
from careercopilot.modules.identity.api.models import Credentials, Registration
from careercopilot.modules.identity.api.use_cases.accounts import RegisterUser
from careercopilot.modules.identity.api.use_cases.sessions import LogIn
from careercopilot.modules.identity.ports.password_hasher import PasswordHasher

_P95_TARGET = 500.0
_PASSWORD = "correct horse battery staple"
_ADMIN = "admin@example.org"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--sockets", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    floor = _floor(arguments.sockets, arguments.rounds)
    ours, weight = _ours(arguments.sockets, arguments.rounds)
    results = [
        Result(
            name="announcement_p95_ms",
            value=ours,
            unit="ms",
            floor=floor,
            ratio=ours / floor,
            target=_P95_TARGET,
            met=ours < _P95_TARGET,
        ),
        Result(name="socket_kb", value=weight, unit="KB"),
    ]
    print_results("sockets", results, as_json=arguments.json)


def _ours(sockets: int, rounds: int) -> tuple[float, float]:
    """Return the median p95 in milliseconds, and what a socket weighs in kilobytes."""
    with database() as url:
        tokens, admin = asyncio.run(_people(url, sockets))
        port = free_port()
        with api(url, port) as process, worker(url):
            weight = psutil.Process(process.pid).memory_info().rss
            with _listening(port, tokens) as listening:
                weight = psutil.Process(process.pid).memory_info().rss - weight
                headers = {"Authorization": f"Bearer {admin}"}
                announce = _Announcing(f"http://127.0.0.1:{port}/api/v1/notifications", headers)
                return _median_p95(listening, announce, rounds), weight / 1024 / sockets


def _floor(sockets: int, rounds: int) -> float:
    port = free_port()
    with child([sys.executable, str(HERE / "sockets_floor.py"), str(port)], product("")):
        wait_for(port, "/")
        with _listening(port, ["nobody"] * sockets) as listening:
            return _median_p95(listening, _Announcing(f"http://127.0.0.1:{port}/", {}), rounds)


class _Announcing:
    """Sends one announcement each time."""

    def __init__(self, url: str, headers: dict[str, str]) -> None:
        self._url = url
        self._client = httpx.Client(headers=headers, timeout=30)

    def __call__(self) -> float:
        """Send it; return the moment just before."""
        body = {"title": "Maintenance tonight", "body": "From 22:00 to 22:15 UTC the service restarts."}
        begun = time.monotonic()
        self._client.post(self._url, json=body).raise_for_status()
        return begun


def _median_p95(listening: "subprocess.Popen[str]", announce: _Announcing, rounds: int) -> float:
    found = []
    for number in range(rounds + 1):
        begun = announce()
        arrived = sorted(moment - begun for moment in _answer(listening))
        if number:  # the first one opens connections and does not count
            found.append(arrived[int(len(arrived) * 0.95)] * 1000)
        time.sleep(0.5)
    return statistics.median(found)


@contextmanager
def _listening(port: int, tokens: Sequence[str]) -> Iterator["subprocess.Popen[str]"]:
    """Open a socket for each token, in a process that answers each round with the moments of arrival."""
    command = [sys.executable, str(HERE / "sockets_client.py"), str(port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as client:
        assert client.stdin is not None
        client.stdin.write(json.dumps(tokens) + "\n")
        client.stdin.flush()
        _answer(client)
        yield client
        client.stdin.close()


def _answer(client: "subprocess.Popen[str]") -> list[float]:
    assert client.stdout is not None
    answer: list[float] = json.loads(client.stdout.readline())
    return answer


class _QuickHasher:
    """Spares a thousand people the work of a real hash; nobody signs in with these passwords afterwards."""

    async def hash(self, password: str) -> str:
        return password

    async def verify(self, password_hash: str | None, password: str) -> bool:
        return password_hash == password

    def is_outdated(self, password_hash: str) -> bool:
        return not password_hash


async def _people(url: str, count: int) -> tuple[list[str], str]:
    """Register people; return their access tokens, and an administrator's."""
    await migrate(url)
    provider = Provider(scope=Scope.APP)
    provider.provide(_QuickHasher, provides=PasswordHasher, override=True)
    container = postgres_container(Settings(secret_key=SECRET), url, provider)
    tokens = []
    try:
        for number in range(count):
            async with container() as scope:
                person = Registration(email=f"p{number}@example.org", password=_PASSWORD, full_name=f"Person {number}")
                tokens.append((await (await scope.get(RegisterUser))(person)).access_token)
        async with container() as scope:
            await (await scope.get(RegisterUser))(Registration(email=_ADMIN, password=_PASSWORD, full_name="Admin"))
        await _make_admin(url)
        async with container() as scope:
            admin = await (await scope.get(LogIn))(Credentials(email=_ADMIN, password=_PASSWORD))
        return tokens, admin.access_token
    finally:
        await container.close()


async def _make_admin(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("UPDATE identity.account SET roles = '{user,admin}' WHERE email = $1", _ADMIN)
        # What registering told is of no interest here.
        await connection.execute("DELETE FROM core.outbox WHERE occurred_at < $1", SystemClock().now())
    finally:
        await connection.close()


if __name__ == "__main__":
    main()
