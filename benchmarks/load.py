"""A load generator in a process of its own: keep-alive connections that each send the next request at once.

python benchmarks/load.py PORT CONNECTIONS SECONDS < requests.json > figures.json

``requests.json`` is {"headers": {...}, "paths": [...]}. The figures are requests a second and latencies in
milliseconds. An answer other than 200 ends everything: what failed fast would look like speed.
"""

import asyncio
import json
import sys
import time
from itertools import cycle
from typing import cast

import uvloop

_END_OF_HEAD = b"\r\n\r\n"


class Client(asyncio.Protocol):
    """One connection; it knows as much of HTTP as the two servers speak."""

    def __init__(self, requests: "cycle[bytes]", took: list[float], failed: asyncio.Future[None]) -> None:
        self._requests = requests
        self._took = took
        self._failed = failed
        self._received = bytearray()
        self._awaited = 0
        self._begun = 0.0
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)
        self._send()

    def data_received(self, data: bytes) -> None:
        self._received += data
        if not self._awaited:
            head, found, _ = bytes(self._received).partition(_END_OF_HEAD)
            if not found:
                return
            if not head.startswith(b"HTTP/1.1 200"):
                self._fail(head.decode(errors="replace"))
                return
            self._awaited = len(head) + len(_END_OF_HEAD) + _length(head)
        if len(self._received) >= self._awaited:
            self._took.append(time.perf_counter() - self._begun)
            self._received.clear()
            self._awaited = 0
            self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(f"the connection was lost: {exc}")

    def _send(self) -> None:
        assert self._transport is not None
        self._begun = time.perf_counter()
        self._transport.write(next(self._requests))

    def _fail(self, why: str) -> None:
        if not self._failed.done():
            self._failed.set_exception(RuntimeError(why))


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    msg = "an answer without Content-Length"
    raise RuntimeError(msg)


async def drive(port: int, connections: int, seconds: float, requests: list[bytes]) -> dict[str, float]:
    loop = asyncio.get_running_loop()
    took: list[float] = []
    failed: asyncio.Future[None] = loop.create_future()
    following = cycle(requests)
    begun = time.perf_counter()
    for _ in range(connections):
        await loop.create_connection(lambda: Client(following, took, failed), "127.0.0.1", port)
    await asyncio.wait([failed], timeout=seconds)
    elapsed = time.perf_counter() - begun
    if failed.done():
        failed.result()
    ranked = sorted(took)
    half, most = (ranked[int(len(ranked) * share)] * 1000 for share in (0.5, 0.95))
    return {"per_second": len(took) / elapsed, "p50_ms": half, "p95_ms": most}


def main() -> None:
    port, connections, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    asked = json.load(sys.stdin)
    headers = "".join(f"{name}: {value}\r\n" for name, value in asked["headers"].items())
    requests = [f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n".encode() for path in asked["paths"]]
    print(json.dumps(uvloop.run(drive(port, connections, seconds, requests))))


if __name__ == "__main__":
    main()
