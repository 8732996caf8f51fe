"""HEAD and OPTIONS, which every address takes without having to say so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from litestar.enums import ScopeType
from litestar.routes import HTTPRoute
from litestar.routes.base import BaseRoute
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send


def answering_head(app: ASGIApp) -> ASGIApp:
    """Answer HEAD as GET, without the body."""

    async def middleware(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or scope["method"] != "HEAD":
            await app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            scope["method"] = "HEAD"  # so that the server knows again that the length it sends has no body behind it
            if message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        scope["method"] = "GET"
        await app(scope, receive, send_without_body)

    return middleware


def naming_methods(app: ASGIApp, routes: Iterable[BaseRoute]) -> ASGIApp:
    """Have OPTIONS name every method of an address: the framework knows only those of the first handler there."""
    methods = _by_path(routes)

    async def middleware(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or scope["method"] != "OPTIONS":
            await app(scope, receive, send)
            return

        async def send_with_methods(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_allow(message["headers"], methods, scope)
            await send(message)

        await app(scope, receive, send_with_methods)

    return middleware


def allow(methods: Iterable[str]) -> str:
    """Return the value of an Allow header, in a steady order; whatever takes GET takes HEAD."""
    found = {*methods}
    return ", ".join(sorted({*found, "HEAD"} if "GET" in found else found))


def _by_path(routes: Iterable[BaseRoute]) -> Mapping[str, str]:
    methods = defaultdict(set)
    for route in routes:
        if isinstance(route, HTTPRoute):
            methods[route.path_format].update(route.methods)
    return {path: allow(found) for path, found in methods.items()}


def _with_allow(
    headers: Iterable[tuple[bytes, bytes]], methods: Mapping[str, str], scope: HTTPScope
) -> list[tuple[bytes, bytes]]:
    known = methods.get(scope.get("path_template", ""))
    if known is None:
        return [*headers]
    return [(name, known.encode() if name == b"allow" else value) for name, value in headers]
