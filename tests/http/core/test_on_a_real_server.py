"""What only a server on a socket shows: what is no HTTP, heads without end, HEAD on a connection that is kept."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer
from httpx import AsyncClient

from careercopilot.entrypoints.http.app import create_app
from tests.support.containers import settings
from tests.support.live import listening
from tests.support.people import sign_up

Address = tuple[str, int]


@pytest.fixture
async def address(memory_container: AsyncContainer) -> AsyncIterator[Address]:
    async with listening(create_app(memory_container, settings()), settings()) as server:
        host, port = server.servers[0].sockets[0].getsockname()
        yield host, port


async def said_to(address: Address, *pieces: bytes) -> tuple[bytes, bytes]:
    """Send the pieces as they are; return head and body of all that comes back until the server hangs up."""
    reader, writer = await asyncio.open_connection(*address)
    try:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        answer = await asyncio.wait_for(reader.read(), 5)
    finally:
        writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize(
    "nonsense",
    [
        b"hello\r\n\r\n", b"FOO / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\nX: \x00\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"\x16\x03\x01\x02\x00",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)  # fmt: skip
async def test_what_is_no_http_gets_the_shape_of_every_error(address: Address, nonsense: bytes) -> None:
    head, body = await said_to(address, nonsense)
    error: dict[str, Any] = json.loads(body)["error"]
    assert head.startswith(b"HTTP/1.1 400 ")
    assert (error["code"], error["details"]["field"]) == ("VALIDATION_ERROR", "request")
    assert UUID(error["request_id"]).version == 7
    assert b"x-request-id: " + error["request_id"].encode() in head


@pytest.mark.parametrize("piece", [b"X-More: " + b"y" * 10_000 + b"\r\n", b"y" * 10_000], ids=["many", "one"])
async def test_headers_without_end_are_refused_before_they_fill_the_memory(address: Address, piece: bytes) -> None:
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Long: y")
    sent = 0
    try:
        while sent < 10_000_000:  # far more than the buffers of both sockets hold
            writer.write(piece)
            sent += len(piece)
            await writer.drain()
            await asyncio.sleep(0)
    except ConnectionError:
        pass
    writer.close()
    assert reader.at_eof() or sent < 10_000_000


async def test_a_head_of_a_decent_length_is_read_in_pieces(address: Address) -> None:
    pieces = [b"X-%d: " % number + b"y" * 4000 + b"\r\n" for number in range(10)]
    head, _ = await said_to(address, b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n", *pieces, b"\r\n")
    assert head.startswith(b"HTTP/1.1 200 ")


async def test_many_requests_on_one_connection_are_no_long_head(address: Address) -> None:
    async with AsyncClient(base_url="http://{}:{}".format(*address)) as client:
        for _ in range(30):
            answer = await client.get("/health/live", headers={"x-long": "y" * 4000})
            assert answer.status_code == 200


async def test_head_leaves_the_connection_fit_for_the_next_request(address: Address) -> None:
    host, port = address
    async with AsyncClient(base_url=f"http://{host}:{port}") as client:
        _, headers = await sign_up(client)
    paths = (b"/health", b"/nothing", b"/api/v1/users/me/export")
    authorization = b"Authorization: " + headers["Authorization"].encode() + b"\r\n"
    for path in paths:
        first = b"HEAD " + path + b" HTTP/1.1\r\nHost: x\r\n" + authorization + b"\r\n"
        then = b"GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        head, rest = await said_to(address, first, then)
        assert head.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 404 "))
        assert rest.startswith(b"HTTP/1.1 200 OK\r\n"), path
        assert rest.endswith(b'{"status":"alive"}')


@pytest.mark.parametrize(("trusted", "remaining"), [("", 599 - 2), ("127.0.0.1", 599)])
async def test_only_a_trusted_proxy_says_where_a_caller_is(
    memory_container: AsyncContainer, trusted: str, remaining: int
) -> None:
    chosen = settings(trusted_proxies=trusted)
    async with listening(create_app(memory_container, chosen), chosen) as server:
        host, port = server.servers[0].sockets[0].getsockname()
        async with AsyncClient(base_url=f"http://{host}:{port}") as client:
            for number in range(3):
                answer = await client.get("/nothing", headers={"x-forwarded-for": f"198.51.100.{number}"})
    assert answer.headers["ratelimit-remaining"] == str(remaining)
