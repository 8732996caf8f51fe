"""A request's id, in its answer, its log lines and its errors; one access line per request, and one count."""

import re
import time

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from careercopilot.entrypoints.http.counting import count_request
from careercopilot.kernel.ids import new_id

_log = structlog.get_logger("careercopilot.access")
_ACCEPTABLE = re.compile(rb"[A-Za-z0-9._-]{1,128}")


def request_context(app: ASGIApp) -> ASGIApp:
    """Wrap the whole application."""

    async def middleware(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        request_id = _given(scope) or str(new_id())
        scope["request_id"] = request_id  # type: ignore[typeddict-unknown-key] # ours, read where errors are answered
        method, status, begun = scope["method"], 0, time.perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await app(scope, receive, send_with_id)
            finally:
                took, route = time.perf_counter() - begun, scope.get("path_template")
                count_request(scope["litestar_app"].state.metrics, method, route, status, took)
                _log.debug("request", method=method, route=route, status=status, ms=round(took * 1000, 1))

    return middleware


def _given(scope: Scope) -> str | None:
    """Return the caller's own request id, when it is one that can safely be logged and sent back."""
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _ACCEPTABLE.fullmatch(value):
            return value.decode()
    return None
