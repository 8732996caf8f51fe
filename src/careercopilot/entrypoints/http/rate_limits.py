"""How often somebody may call: counted for every request, told in every answer, and refused beyond."""

import math
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network
from typing import Final, Self

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send
from litestar.utils import normalize_path

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.http.errors import error_body
from careercopilot.entrypoints.http.guards import recognise
from careercopilot.kernel.errors import RateLimited
from careercopilot.kernel.metrics import Counter, Metrics
from careercopilot.kernel.rate_limits import Allowance, Rate, RateLimits
from careercopilot.modules.identity.api.models import Principal

_REFUSED = Counter("rate_limited_total", "Requests refused because there were too many.", ("limit",))
_MINUTE = 60
_ALWAYS_ANSWERED = frozenset({"/health", "/health/live", "/health/ready", "/api/v1/health", "/metrics"})
_TOO_MANY: Final = 429


@dataclass(frozen=True)
class Limit:
    """A rate and what it is called; the count is kept per person or, where ``by_address``, per address."""

    name: str
    rate: Rate
    by_address: bool = False

    def key(self, scope: HTTPScope, principal: Principal | None) -> str:
        """Return under what the caller is counted."""
        if principal is None or self.by_address:
            return f"{self.name}:address:{_address(scope)}"
        return f"{self.name}:user:{principal.user_id}"


@dataclass(frozen=True)
class RatePolicy:
    """Which limit holds for a request; ``refuses`` is off where limits are only told."""

    refuses: bool
    signed_in: Limit
    anonymous: Limit
    auth: Limit
    generate: Limit

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Take the operator's numbers, all of them per minute."""
        return cls(
            refuses=settings.rate_limit,
            signed_in=Limit("requests", Rate(settings.rate_limit_requests, _MINUTE)),
            anonymous=Limit("anonymous", Rate(settings.rate_limit_anonymous, _MINUTE), by_address=True),
            auth=Limit("auth", Rate(settings.rate_limit_auth, _MINUTE), by_address=True),
            generate=Limit("generate", Rate(settings.rate_limit_generate, _MINUTE)),
        )

    def limit(self, scope: HTTPScope, path: str, principal: Principal | None) -> Limit:
        """Return the limit that holds: guessing passwords and writing letters are dearer than looking."""
        if scope["method"] == "POST":
            if path.startswith("/api/v1/auth/"):
                return self.auth
            if path.startswith("/api/v1/generate/"):
                return self.generate
        return self.anonymous if principal is None else self.signed_in


def rate_limits(app: ASGIApp, policy: RatePolicy) -> ASGIApp:
    """Wrap the whole application, so that errors of any kind tell what is left as well."""

    async def middleware(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        principal = recognise(scope)
        path = normalize_path(scope["path"])  # as routes are found, so that //auth is no way around
        limit = policy.limit(scope, path, principal)
        allowance = await _allowance(scope, path, limit, principal)
        telling = _telling(send, allowance)
        if allowance.allowed or not policy.refuses:
            await app(scope, receive, telling)
            return
        metrics: Metrics = scope["litestar_app"].state.metrics
        metrics.count(_REFUSED, limit.name)
        await _refuse(scope, telling, allowance)

    return middleware


async def _allowance(scope: HTTPScope, path: str, limit: Limit, principal: Principal | None) -> Allowance:
    """Count the request, unless it is one that has to be answered whatever happens."""
    if path in _ALWAYS_ANSWERED:
        return Allowance(allowed=True, limit=limit.rate.times, remaining=limit.rate.times, reset_after=0)
    counters: RateLimits = scope["litestar_app"].state.rate_limits
    return await counters.hit(limit.key(scope, principal), limit.rate)


def _telling(send: Send, allowance: Allowance) -> Send:
    told = [
        (b"ratelimit-limit", b"%d" % allowance.limit),
        (b"ratelimit-remaining", b"%d" % max(0, allowance.remaining)),
        (b"ratelimit-reset", b"%d" % math.ceil(allowance.reset_after)),
    ]

    async def send_with_limits(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *told]
        await send(message)

    return send_with_limits


async def _refuse(scope: HTTPScope, send: Send, allowance: Allowance) -> None:
    error = RateLimited(max(1, math.ceil(allowance.reset_after)))
    request_id = str(scope.get("request_id", ""))
    body = msgspec.json.encode(error_body(error.code, error.message, error.details, request_id))
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", b"%d" % len(body)),
        (b"retry-after", b"%d" % error.retry_after),
    ]
    await send({"type": "http.response.start", "status": _TOO_MANY, "headers": headers})
    shown = b"" if scope["method"] == "HEAD" else body
    await send({"type": "http.response.body", "body": shown, "more_body": False})


def _address(scope: HTTPScope) -> str:
    """Return the address of the socket's other end. What a header says of it is not believed."""
    client = scope["client"]
    return _network(client[0]) if client else "unknown"


@lru_cache(1024)
def _network(address: str) -> str:
    """Return the part of an address that one household has: of version 6, the first half."""
    try:
        return str(IPv6Network((IPv6Address(address), 64), strict=False)) if ":" in address else address
    except ValueError:
        return address
