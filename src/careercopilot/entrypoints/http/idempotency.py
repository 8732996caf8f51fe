"""Idempotency-Key: a request sent twice is done once and answered alike, for 24 hours.

Routes ask for it with ``opt={"idempotent": True}``; without the header nothing changes.
"""

import asyncio
from hashlib import sha256

from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from careercopilot.entrypoints.http.guards import principal_of
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
        connection = ASGIConnection[object, object, object, object](scope, receive, send)
        key = _key(scope, connection.headers["idempotency-key"], str(principal_of(connection).user_id))
        body = await _read(receive, scope["litestar_app"].request_max_body_size)
        records: IdempotencyRecords = scope["litestar_app"].state.idempotency_records
        earlier = await _start(records, key, sha256(body).digest())
        if isinstance(earlier, KeptAnswer):
            await _replay(earlier, send)
        else:
            await _do(app, scope, body, send, records, key)

    return middleware


def _asks(scope: HTTPScope) -> bool:
    has_key = any(name == b"idempotency-key" for name, _ in scope["headers"])
    return has_key and bool(scope["route_handler"].opt.get("idempotent"))


def _key(scope: HTTPScope, key: str, caller: str) -> RequestKey:
    if not 1 <= len(key) <= _LONGEST_KEY or not key.isprintable():
        raise InvalidInput("Idempotency-Key", f"must be 1 to {_LONGEST_KEY} printable characters")
    return RequestKey(caller, f"{scope['method']} {scope['path']}", key)


async def _read(receive: Receive, limit: int | None) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)
        body += message["body"]
        if limit is not None and len(body) > limit:
            raise HTTPException(status_code=413)
        if not message["more_body"]:
            return bytes(body)


async def _start(records: IdempotencyRecords, key: RequestKey, fingerprint: bytes) -> Started | KeptAnswer:
    """Be the first with this key, or wait for the answer that the first one gets."""
    deadline = asyncio.get_running_loop().time() + _PATIENCE
    while True:
        state = await records.start(key, fingerprint)
        if not isinstance(state, InProgress):
            return state
        if asyncio.get_running_loop().time() > deadline:
            raise Conflict("The first request with this Idempotency-Key is still being done.")
        await asyncio.sleep(_POLL)


async def _do(
    app: ASGIApp, scope: HTTPScope, body: bytes, send: Send, records: IdempotencyRecords, key: RequestKey
) -> None:
    """Do the request and keep its answer; an answer that says nothing was done frees the key again."""
    recorder = _Recorder(send)
    try:
        await app(scope, _body_again(body), recorder)
    finally:
        answer = recorder.answer()
        if answer is not None and answer.status < _SERVER_ERROR and answer.status not in _NOT_KEPT:
            await records.keep(key, answer)
        else:
            await records.release(key)


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
            self._status = message["status"]
            kept = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in message["headers"])
            self._headers = tuple((name, value) for name, value in kept if name.lower() != "x-request-id")
        elif message["type"] == "http.response.body":
            self._body += message["body"]
            self._whole = not message["more_body"]
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

    async def receive() -> Message:
        nonlocal sent
        if sent:
            return {"type": "http.disconnect"}
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
