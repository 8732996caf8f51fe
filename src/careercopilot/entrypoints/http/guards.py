"""Who may call a route, decided before anything of the request is read.

Every route needs a signed-in user; ``opt={"public": True}`` opens it, ``opt={"role": "admin"}`` narrows it.
OPTIONS says only which methods an address takes, and is open everywhere.
"""

from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from careercopilot.kernel.errors import NotAuthenticated, PermissionDenied
from careercopilot.modules.identity.api.models import Principal
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate

Connection = ASGIConnection[Any, Any, Any, Any]


async def signed_in(connection: Connection, handler: BaseRouteHandler) -> None:
    """Find out who is calling, and refuse who may not."""
    if handler.opt.get("public") or connection.scope.get("method") == "OPTIONS":
        return
    principal = principal_of(connection)
    connection.scope["user"] = principal
    role = handler.opt.get("role")
    if role is not None and role not in principal.roles:
        raise PermissionDenied


def principal_of(connection: Connection) -> Principal:
    """Return who is calling, by the bearer token. Raises NotAuthenticated."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAuthenticated
    authenticate: Authenticate = connection.app.state.authenticate
    return authenticate(token.strip())
