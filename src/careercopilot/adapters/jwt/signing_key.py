"""The key that access tokens are signed with."""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Self

_PURPOSE = b"careercopilot access tokens, version 1"


@dataclass(frozen=True)
class SigningKey:
    """A key of 256 bits and the ``kid`` that tokens name it by; another secret gives another of both."""

    kid: str
    secret: bytes = field(repr=False)

    @classmethod
    def derived_from(cls, installation_secret: str) -> Self:
        """Derive the key, so that the installation's secret itself signs nothing."""
        secret = hmac.digest(installation_secret.encode(), _PURPOSE, "sha256")
        return cls(hashlib.sha256(secret).hexdigest()[:16], secret)
