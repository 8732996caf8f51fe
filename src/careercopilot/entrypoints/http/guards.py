"""Who may call a route, decided before anything of the request is read.

Every route needs a signed-in user; ``opt={"public": True}`` opens it, ``opt={"role": "admin"}`` narrows it.
OPTIONS says only which methods an address takes, and is open everywhere.
"""

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.types import Scope

from careercopilot.kernel.errors import NotAuthenticated, PermissionDenied
from careercopilot.modules.identity.api.models import Principal
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate

Connection = ASGIConnection[Any, Any, Any, Any]
SignedInRequest = Request[Principal, Any, Any]


async def signed_in(connection: Connection, handler: BaseRouteHandler) -> None:
    """Find out who is calling, and refuse who may not."""
    if handler.opt.get("public") or connection.scope.get("method") == "OPTIONS":
        return
    principal = principal_of(connection)
    connection.scope["user"] = principal
    role = handler.opt.get("role")
    if role is not None and role not in principal.roles:
        raise PermissionDenied


def recognise(scope: Scope) -> Principal | None:
    """Find out who is calling, once for each request, and leave it to guards to refuse; None for a stranger."""
    caller: Principal | Exception
    try:
        caller = _by_token(scope)
    except Exception as error:  # noqa: BLE001 - raised again where errors are answered
        caller = error
    scope["caller"] = caller  # type: ignore[typeddict-unknown-key] # ours
    return caller if isinstance(caller, Principal) else None


def principal_of(connection: Connection) -> Principal:
    """Return who is calling, as it was recognised. Raises NotAuthenticated."""
    if "caller" not in connection.scope:
        recognise(connection.scope)
    caller: Principal | Exception = connection.scope["caller"]  # type: ignore[typeddict-item] # ours
    if isinstance(caller, Exception):
        raise caller
    return caller


def _by_token(scope: Scope) -> Principal:
    given = next((value for name, value in scope["headers"] if name == b"authorization"), b"")
    scheme, _, token = given.decode("latin-1").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAuthenticated
    authenticate: Authenticate = scope["litestar_app"].state.authenticate
    return authenticate(token.strip())
