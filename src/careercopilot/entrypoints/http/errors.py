"""The one place where errors become answers."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException

from careercopilot.entrypoints.http.methods import allow
from careercopilot.kernel import errors

_log = structlog.get_logger(__name__)

_STATUS: dict[type[errors.CareerCopilotError], HTTPStatus] = {
    errors.InvalidInput: HTTPStatus.BAD_REQUEST,
    errors.NotAuthenticated: HTTPStatus.UNAUTHORIZED,
    errors.PermissionDenied: HTTPStatus.FORBIDDEN,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.PreconditionFailed: HTTPStatus.PRECONDITION_FAILED,
    errors.PayloadTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.UnprocessableDocument: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.IdempotencyKeyReused: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.RateLimited: HTTPStatus.TOO_MANY_REQUESTS,
    errors.Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}

# What the framework itself refuses, before any of our code is asked: code and sentence by status.
_FRAMEWORK: dict[int, tuple[str, str]] = {
    400: ("VALIDATION_ERROR", "The request does not fit."),
    401: ("NOT_AUTHENTICATED", "Sign in to do this."),
    403: ("PERMISSION_DENIED", "You are not allowed to do this."),
    404: ("RESOURCE_NOT_FOUND", "There is nothing at this address."),
    405: ("METHOD_NOT_ALLOWED", "This address does not take that method."),
    413: ("PAYLOAD_TOO_LARGE", "The request body is larger than is taken here."),
    415: ("UNSUPPORTED_MEDIA_TYPE", "This kind of content is not taken here."),
    429: ("RATE_LIMITED", "Too many requests; try again later."),
    503: ("SERVICE_UNAVAILABLE", "The service is not available just now."),
}
_MISSING_PARAMETER = re.compile(r"Missing required query parameter '(\w+)'")
RETRY_AFTER = "5"
_COME_BACK = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


def error_body(code: str, message: str, details: Mapping[str, Any], request_id: str) -> dict[str, Any]:
    """Return the contract's error shape."""
    return {"error": {"code": code, "message": message, "details": details, "request_id": request_id}}


def answer_expected(request: Request[Any, Any, Any], error: errors.CareerCopilotError) -> Response[Any]:
    """Answer an error of our own."""
    status = next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), None)
    if status is None:
        return answer_unexpected(request, error)
    headers = {}
    if isinstance(error, errors.RateLimited | errors.Unavailable):
        headers["Retry-After"] = str(error.retry_after)
    if status is HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return _answer(request, status, error.code, error.message, details=error.details, headers=headers)


def answer_framework(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """Answer what the framework refused: unknown routes, wrong methods, bodies that do not fit."""
    status = error.status_code
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and status not in _FRAMEWORK:
        return answer_unexpected(request, error)
    code, message = _FRAMEWORK.get(status, _FRAMEWORK[400])
    if isinstance(error, ValidationException) or status == HTTPStatus.BAD_REQUEST:
        refused = errors.InvalidInput.of_fields(_fields(error))
        return _answer(request, status, refused.code, refused.message, details=refused.details)
    details: dict[str, Any] = {}
    if status == HTTPStatus.NOT_FOUND:
        details = {"resource": "route", "id": request.scope["path"][:300]}
    return _answer(request, status, code, message, details=details, headers=_allowed(error))


def answer_unexpected(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """Answer a mistake of ours: everything to the log, nothing to the caller."""
    _log.error("request.failed", exc_info=error, route=request.scope.get("path_template"))
    message = "Something went wrong on our side; the request id helps to find it in the log."
    return _answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", message)


def _answer(
    request: Request[Any, Any, Any],
    status: int,
    code: str,
    message: str,
    *,
    details: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response[Any]:
    request_id = str(request.scope.get("request_id", ""))
    body = error_body(code, message, details or {}, request_id)
    told = dict(headers or {})
    if status in _COME_BACK:
        told.setdefault("Retry-After", RETRY_AFTER)
    return Response(body, status_code=int(status), headers=told, media_type="application/json")


def _allowed(error: HTTPException) -> dict[str, str]:
    methods = {m.strip() for k, v in (error.headers or {}).items() if k.lower() == "allow" for m in v.split(",")}
    return {"Allow": allow(methods)} if methods else {}


def _fields(error: HTTPException) -> list[tuple[str, str]]:
    """Read field and reason out of the framework's report of a request that does not fit."""
    items = [item for item in error.extra if isinstance(item, Mapping)] if isinstance(error.extra, list) else []
    found = [_field(str(i.get("key") or i.get("source") or "body"), str(i.get("message", ""))) for i in items]
    missing = _MISSING_PARAMETER.match(error.detail)
    return found or ([(missing[1], "is required")] if missing else [("request", _reason(error.detail))])


def _field(key: str, message: str) -> tuple[str, str]:
    if key == "data":  # the handler's parameter for the body, which the caller knows nothing of
        return "body", "is required"
    return key.removeprefix("data."), _reason(message)


def _reason(detail: str) -> str:
    """Return the first line of what the framework says: the others are a trace."""
    first = detail.partition("\n")[0][:300]
    return first[:1].lower() + first[1:] if first else "does not fit"
