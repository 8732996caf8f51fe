"""Tokens that were found good a moment ago."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

from careercopilot.modules.identity.api.models import Principal


@dataclass(frozen=True)
class VerifiedToken:
    """Who a token speaks for, and until when (in seconds since 1970)."""

    principal: Principal
    expires_at: float


class TokenCache:
    """The tokens used last, by digest: a token itself is never kept."""

    def __init__(self, size: int = 4096) -> None:
        self._size = size
        self._tokens: OrderedDict[bytes, VerifiedToken] = OrderedDict()

    @staticmethod
    def key(token: str) -> bytes:
        """Return the key of a token."""
        return hashlib.sha256(token.encode(errors="surrogatepass")).digest()

    def get(self, key: bytes) -> VerifiedToken | None:
        """Return the token, if it is still known."""
        found = self._tokens.get(key)
        if found is not None:
            self._tokens.move_to_end(key)
        return found

    def put(self, key: bytes, token: VerifiedToken) -> None:
        """Remember a token, and forget the one that was not used for longest."""
        self._tokens[key] = token
        if len(self._tokens) > self._size:
            self._tokens.popitem(last=False)

    def drop(self, key: bytes) -> None:
        """Forget a token."""
        self._tokens.pop(key, None)
