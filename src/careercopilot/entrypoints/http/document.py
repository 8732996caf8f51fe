"""The OpenAPI document: what the framework reads out of the routes, completed by what holds for all of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

_ERROR: dict[str, Any] = {
    "type": "object",
    "description": "What every error looks like; `code` is for programs, `message` for people.",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "details", "request_id"],
            "properties": {
                "code": {"type": "string", "examples": ["VALIDATION_ERROR"]},
                "message": {"type": "string"},
                "details": {"type": "object", "additionalProperties": True},
                "request_id": {"type": "string", "description": "As in the header X-Request-ID and in the log."},
            },
        }
    },
}
_PARAMETERS = {
    "page": "Which page, from 1.",
    "limit": "Rows per page, 1 to 100.",
    "cursor": "The `next_cursor` of the page before, to go on beyond 10,000 rows.",
}
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key and request give the first answer again for 24 hours; another request is refused.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}
_GENERIC = re.compile(r"(Data|PageOf)_(?:\w+\.)*(\w+)_")
_FORMS = {"Data": "{}Data", "PageOf": "{}Page"}


def openapi_document(app: Litestar) -> dict[str, Any]:
    """Return the document of an application."""
    document: dict[str, Any] = app.openapi_schema.to_schema()
    document["components"]["schemas"]["Error"] = _ERROR
    for operation, handler in _operations(document, app):
        _complete(operation, handler)
    return _with_short_names(document)


def _operations(document: dict[str, Any], app: Litestar) -> Iterator[tuple[dict[str, Any], HTTPRouteHandler]]:
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for method, (handler, _) in route.route_handler_map.items():
                operation = document["paths"].get(route.path_format, {}).get(method.lower())
                if operation is not None:
                    yield operation, handler


def _complete(operation: dict[str, Any], handler: HTTPRouteHandler) -> None:
    parameters = operation.get("parameters", [])
    for parameter in parameters:
        if not parameter.get("description"):
            parameter["description"] = _described(parameter["name"])
    if handler.opt.get("idempotent"):
        operation["parameters"] = [*parameters, _IDEMPOTENCY_KEY]
    responses = operation["responses"]
    if "400" in responses:
        responses["400"] = _refusal("The request does not fit.")
    if handler.opt.get("public"):
        operation["security"] = []
    else:
        responses["401"] = _refusal("The access token is missing or no longer good.")
    if handler.opt.get("role"):
        responses["403"] = _refusal(f"Only the role {handler.opt['role']} may do this.")
    if any(parameter["in"] == "path" for parameter in parameters):
        responses["404"] = _refusal("There is no such thing, or it is somebody else's.")
    responses["default"] = _refusal("Every other error has the same shape.")


def _described(name: str) -> str:
    return _PARAMETERS.get(name) or f"The {name.removesuffix('_id').replace('_', ' ')}."


def _refusal(description: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {"description": description, "content": content}


def _with_short_names(document: dict[str, Any]) -> dict[str, Any]:
    """Name answers after what they hold, not after the module it is from, wherever that stays unambiguous."""
    schemas = document["components"]["schemas"]
    short = {name: _short(name) for name in schemas}
    taken = Counter(short.values())
    names = {name: wish if taken[wish] == 1 else name for name, wish in short.items()}
    document["components"]["schemas"] = {names[name]: schemas[name] for name in sorted(schemas)}
    links = {f"#/components/schemas/{old}": f"#/components/schemas/{new}" for old, new in names.items()}
    relinked: dict[str, Any] = _relinked(document, links)
    return relinked


def _short(name: str) -> str:
    generic = _GENERIC.fullmatch(name)
    return _FORMS[generic[1]].format(generic[2]) if generic else name


def _relinked(node: Any, links: Mapping[str, str]) -> Any:  # noqa: ANN401 - any part of a JSON document
    if isinstance(node, dict):
        return {k: links.get(v, v) if k == "$ref" else _relinked(v, links) for k, v in node.items()}
    if isinstance(node, list):
        return [_relinked(item, links) for item in node]
    return node
