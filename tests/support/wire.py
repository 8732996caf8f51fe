"""Requests that no well-behaved client makes, given to the application as a server would give them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from litestar import Litestar
from litestar.types import HTTPScope, Message


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        decoded: dict[str, Any] = json.loads(self.body)
        return decoded


async def asked(
    app: Litestar,
    method: str,
    path: str,
    *,
    headers: dict[str, str] | None = None,
    chunks: Iterable[bytes] = (b"",),
    hangs_up: bool = False,
) -> Reply | None:
    """Send the body in chunks, without a Content-Length; with ``hangs_up`` its end never comes."""
    received: list[dict[str, Any]] = [{"type": "http.request", "body": c, "more_body": True} for c in chunks]
    received.append({"type": "http.disconnect"} if hangs_up else {"type": "http.request", "body": b""})
    sent: list[Message] = []

    async def receive() -> Any:
        return received.pop(0) if received else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(_scope(app, method, path, headers or {}), receive, send)
    return _reply(sent)


def _scope(app: Litestar, method: str, path: str, headers: dict[str, str]) -> HTTPScope:
    """Return what a server gives; the framework adds the rest."""
    path, _, query = path.partition("?")
    return {  # type: ignore[typeddict-item]
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": {},
        "litestar_app": app,
        "extensions": {},
    }


def _reply(sent: list[Message]) -> Reply | None:
    if not sent:
        return None
    start, *bodies = (dict(message) for message in sent)
    assert start["type"] == "http.response.start"
    headers = {name.decode().lower(): value.decode() for name, value in start["headers"]}  # type: ignore[attr-defined]
    return Reply(int(str(start["status"])), headers, b"".join(bytes(b["body"]) for b in bodies))  # type: ignore[call-overload]
