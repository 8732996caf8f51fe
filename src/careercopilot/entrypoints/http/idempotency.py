"""Idempotency-Key: a request sent twice is done once and answered alike, for 24 hours.

Routes ask for it with ``opt={"idempotent": True}``; without the header nothing changes.
"""

import asyncio
from dataclasses import dataclass
from hashlib import sha256

from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send
from litestar.types.asgi_types import HTTPDisconnectEvent, HTTPRequestEvent

from careercopilot.entrypoints.http.guards import Connection, principal_of
from careercopilot.kernel.errors import Conflict, InvalidInput
from careercopilot.kernel.idempotency import IdempotencyRecords, InProgress, KeptAnswer, RequestKey, Started

_LONGEST_KEY = 255
_PATIENCE = 15.0
_POLL = 0.05
_NOT_KEPT = frozenset({401, 403, 413, 415, 429})
_SERVER_ERROR = 500


def idempotency(app: ASGIApp) -> ASGIApp:
    """Wrap the routes that create or send."""

    async def middleware(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or not _asks(scope):
            await app(scope, receive, send)
            return
        work = _KeyedWork(scope["litestar_app"].state.idempotency_records, _key(scope, Connection(scope)))
        body = await _read(scope, receive)
        if body is None:
            return
        earlier = await work.start(sha256(scope["query_string"] + b"\0" + body).digest())
        if isinstance(earlier, KeptAnswer):
            await _replay(earlier, send)
            return
        recorder = _Recorder(send)
        try:
            await app(scope, _body_again(body), recorder)
        finally:
            await work.end(recorder.answer())

    return middleware


@dataclass(frozen=True)
class _KeyedWork:
    """A request that is done once."""

    records: IdempotencyRecords
    key: RequestKey

    async def start(self, fingerprint: bytes) -> Started | KeptAnswer:
        """Be the first with this key, or wait for the answer that the first one gets."""
        deadline = asyncio.get_running_loop().time() + _PATIENCE
        while True:
            state = await self.records.start(self.key, fingerprint)
            if not isinstance(state, InProgress):
                return state
            if asyncio.get_running_loop().time() > deadline:
                raise Conflict("The first request with this Idempotency-Key is still being done.")
            await asyncio.sleep(_POLL)

    async def end(self, answer: KeptAnswer | None) -> None:
        """Keep the answer; one that says that nothing was done frees the key again."""
        if answer is not None and answer.status < _SERVER_ERROR and answer.status not in _NOT_KEPT:
            await self.records.keep(self.key, answer)
        else:
            await self.records.release(self.key)


def _asks(scope: HTTPScope) -> bool:
    has_key = any(name == b"idempotency-key" for name, _ in scope["headers"])
    return has_key and bool(scope["route_handler"].opt.get("idempotent"))


def _key(scope: HTTPScope, connection: Connection) -> RequestKey:
    caller, key = str(principal_of(connection).user_id), connection.headers["idempotency-key"]
    if not 1 <= len(key) <= _LONGEST_KEY or not key.isprintable():
        raise InvalidInput("Idempotency-Key", f"must be 1 to {_LONGEST_KEY} printable characters")
    return RequestKey(caller, f"{scope['method']} {scope['path']}", key)


async def _read(scope: HTTPScope, receive: Receive) -> bytes | None:
    """Read the whole body; None when the caller hung up before its end, since half a request is none."""
    handler = scope["route_handler"]
    limit = handler.resolve_request_max_body_size() if isinstance(handler, HTTPRouteHandler) else None
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if limit is not None and len(body) > limit:
            raise HTTPException(status_code=413)
        if not message.get("more_body", False):
            return bytes(body)


class _Recorder:
    """Passes an answer on and remembers it."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._status: int | None = None
        self._headers: tuple[tuple[str, str], ...] = ()
        self._body = bytearray()
        self._whole = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = int(message["status"])
            kept = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in message["headers"])
            self._headers = tuple((name, value) for name, value in kept if name.lower() != "x-request-id")
        elif message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            self._whole = not message.get("more_body", False)
        await self._send(message)

    def answer(self) -> KeptAnswer | None:
        """Return the answer once it was sent to its end."""
        if self._status is None or not self._whole:
            return None
        return KeptAnswer(self._status, self._headers, bytes(self._body))


async def _replay(answer: KeptAnswer, send: Send) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    headers.append((b"idempotency-replayed", b"true"))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body, "more_body": False})


def _body_again(body: bytes) -> Receive:
    sent = False

    async def receive() -> HTTPRequestEvent | HTTPDisconnectEvent:
        nonlocal sent
        if sent:
            return {"type": "http.disconnect"}
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
