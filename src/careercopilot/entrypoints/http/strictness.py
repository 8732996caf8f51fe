"""What is refused of any request: parameters nobody knows or that come twice, foreign content types, NUL characters."""

import re
from typing import Any

import msgspec
from litestar import Litestar, Request
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.routes import HTTPRoute

from careercopilot.entrypoints.http.guards import Connection
from careercopilot.kernel.errors import InvalidInput

_JSON_TYPES = ("application/json", "application/merge-patch+json")
_BODY_METHODS = ("POST", "PUT", "PATCH")
_UNKNOWN_FIELD = re.compile(r"unknown field `(.*)`")
_MISSING_FIELD = re.compile(r"missing required field `(.*)`")
_LONGEST_REASON = 200
_ESCAPED_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class StrictRequest(Request[Any, Any, Any]):
    """A request whose JSON is taken as it is: a number is no text, 1 is not true, and nothing holds NUL characters."""

    async def json(self) -> Any:  # noqa: ANN401 - as in the framework
        """Return the body as the route's own type. Raises InvalidInput, with the field that does not fit."""
        body = await self.body()
        if b"\\u0000" in body and _ESCAPED_NUL.search(body):
            raise InvalidInput("body", "must not hold NUL characters")
        wanted = self.route_handler.parsed_fn_signature.parameters.get("data")
        if wanted is None:
            return await super().json()
        try:
            return msgspec.json.decode(body, type=wanted.annotation)
        except msgspec.ValidationError as error:
            raise _misfit(error) from None
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise InvalidInput("body", "is not valid JSON") from None


def _misfit(error: msgspec.ValidationError) -> InvalidInput:
    """Read the field out of "what was expected - at `$.field`"."""
    reason, _, path = str(error).partition(" - at `")
    field = path.rstrip("`").removeprefix("$").removeprefix(".") or "body"
    unknown = _UNKNOWN_FIELD.search(reason)
    if unknown is not None:
        inside = "" if field == "body" else f"{field}."
        return InvalidInput(inside + unknown[1][:100], "is not a known field")
    missing = _MISSING_FIELD.search(reason)
    if missing is not None:
        inside = "" if field == "body" else f"{field}."
        return InvalidInput(inside + missing[1], "is required")
    if "matching regex" in reason:
        return InvalidInput(field, "does not have the form that is asked for")
    return InvalidInput(field, reason[:1].lower() + reason[1:_LONGEST_REASON])


class KnownQueryParameters:
    """A guard that refuses query parameters which the route does not take: a filter is never silently ignored."""

    def __init__(self) -> None:
        self._known: dict[int, frozenset[str]] = {}
        self._once: dict[int, frozenset[str]] = {}

    def learn(self, app: Litestar) -> None:
        """Read from every route which parameters it takes."""
        for route in app.routes:
            if isinstance(route, HTTPRoute):
                for handler, model in route.route_handler_map.values():
                    names = frozenset(p.field_alias for p in model.expected_query_params)
                    self._known[id(handler)] = names if not handler.opt.get("any_query") else frozenset({"*"})
                    single = (p.field_alias for p in model.expected_query_params if not p.is_sequence)
                    self._once[id(handler)] = frozenset(single)

    async def __call__(self, connection: Connection, _handler: BaseRouteHandler) -> None:
        """Refuse unknown parameters, single ones that come twice, and NUL characters."""
        if connection.scope["type"] != ScopeType.HTTP:
            return
        if "\0" in connection.scope["path"]:
            raise InvalidInput("path", "must not hold NUL characters")
        if not connection.scope["query_string"]:
            return
        # The framework hands guards a copy of the handler; the one in the scope is the one that was learnt.
        handler = id(connection.scope["route_handler"])
        self._refuse_unknown(set(connection.query_params), self._known.get(handler, frozenset()))
        if b"%00" in connection.scope["query_string"]:
            raise InvalidInput("query", "must not hold NUL characters")
        once = self._once.get(handler, frozenset())
        repeated = [name for name in connection.query_params if name in once and _times(connection, name) > 1]
        if repeated:
            raise InvalidInput.of_fields([(name, "is given more than once") for name in repeated])

    @staticmethod
    def _refuse_unknown(given: set[str], known: frozenset[str]) -> None:
        unknown = sorted(given - known) if "*" not in known else []
        if unknown:
            allowed = f"; known here: {', '.join(sorted(known))}" if known else "; this address takes none"
            raise InvalidInput.of_fields([(name[:100], f"is not a known parameter{allowed}") for name in unknown[:10]])


def _times(connection: Connection, name: str) -> int:
    return len(connection.query_params.getall(name))


async def json_content(connection: Connection, handler: BaseRouteHandler) -> None:
    """Refuse a body of another kind than the route reads."""
    if connection.scope.get("method") not in _BODY_METHODS:
        return
    content_type = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not content_type or content_type in _JSON_TYPES:
        return
    if "data" in handler.parsed_fn_signature.parameters and not handler.opt.get("uploads"):
        raise HTTPException(status_code=415, detail="send application/json")
