"""Access tokens as JSON Web Tokens."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final, cast
from uuid import UUID

import jwt

from careercopilot.adapters.jwt.signing_key import SigningKey
from careercopilot.adapters.jwt.token_cache import TokenCache, VerifiedToken
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.errors import NotAuthenticated
from careercopilot.kernel.ids import new_id
from careercopilot.modules.identity.api.models import Principal, Role
from careercopilot.modules.identity.ports.access_tokens import AccessToken

LIFETIME: Final = timedelta(minutes=15)
_ALGORITHM = "HS256"
_ISSUER = "careercopilot"
_AUDIENCE = "careercopilot-api"
_LONGEST_TOKEN = 4096
# How far another machine's clock may be ahead of ours. Nothing is added to the end of a token's life.
_CLOCK_SKEW_SECONDS = 30
# Times are checked here, against the installation's own clock.
_OPTIONS: Final[Any] = {
    "require": ["iss", "aud", "sub", "sid", "roles", "iat", "nbf", "exp", "jti"],
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
}


class JwtAccessTokens:
    """Signs with HS256 and one key. What was found good is remembered until it expires."""

    def __init__(self, key: SigningKey, clock: Clock) -> None:
        self._key = key
        self._clock = clock
        self._verified = TokenCache()

    def issue(self, user_id: UUID, session_id: UUID, roles: Iterable[Role]) -> AccessToken:
        now = int(self._clock.now().timestamp())
        seconds = int(LIFETIME.total_seconds())
        claims = {
            "iss": _ISSUER,
            "aud": _AUDIENCE,
            "sub": str(user_id),
            "sid": str(session_id),
            "roles": sorted(roles),
            "iat": now,
            "nbf": now,
            "exp": now + seconds,
            "jti": str(new_id()),
        }
        return AccessToken(jwt.encode(claims, self._key.secret, _ALGORITHM, {"kid": self._key.kid}), seconds)

    def read(self, token: str) -> Principal:
        key = TokenCache.key(token)
        verified = self._verified.get(key)
        now = self._clock.now().timestamp()
        if verified is None:
            verified = self._verify(token, now)
            self._verified.put(key, verified)
        if now >= verified.expires_at:
            self._verified.drop(key)
            raise NotAuthenticated("The access token has expired.")
        return verified.principal

    def _verify(self, token: str, now: float) -> VerifiedToken:
        if len(token) > _LONGEST_TOKEN:
            raise _not_ours()
        try:
            decoded = jwt.decode_complete(
                token, self._key.secret, [_ALGORITHM], _OPTIONS, audience=_AUDIENCE, issuer=_ISSUER
            )
            verified = _verified(decoded["payload"], now)
        except (jwt.InvalidTokenError, ValueError, TypeError) as error:
            raise _not_ours() from error
        if decoded["header"].get("kid") != self._key.kid:
            raise _not_ours()
        return verified


def _verified(claims: dict[str, Any], now: float) -> VerifiedToken:
    """Read the claims of a token that was signed by us. Raises TypeError or ValueError for odd ones."""
    roles = cast("list[str]", claims["roles"])
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        raise TypeError("roles")
    if max(int(claims["nbf"]), int(claims["iat"])) > now + _CLOCK_SKEW_SECONDS:
        raise ValueError("not yet good")
    principal = Principal(UUID(claims["sub"]), UUID(claims["sid"]), frozenset(roles))
    return VerifiedToken(principal, int(claims["exp"]))


def _not_ours() -> NotAuthenticated:
    return NotAuthenticated("The access token is not good.")
