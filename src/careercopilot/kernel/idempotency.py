"""Answers kept by idempotency key, so that a request sent twice is done once."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class RequestKey:
    """Who sent which key to which route: ``scope`` is the caller, ``operation`` the method and path."""

    scope: str
    operation: str
    key: str


@dataclass(frozen=True)
class KeptAnswer:
    """The first answer, given again to every repetition."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True)
class Started:
    """This request is the first: do it, then ``keep`` or ``release``."""


@dataclass(frozen=True)
class InProgress:
    """The first request with this key is still being done."""


class IdempotencyRecords(Protocol):
    """Remembers requests by key for 24 hours."""

    async def start(self, key: RequestKey, fingerprint: bytes) -> Started | InProgress | KeptAnswer:
        """Take the key, or say what became of it. Raises IdempotencyKeyReused for another fingerprint.

        A key taken by a process that died is free again after a minute.
        """
        ...

    async def keep(self, key: RequestKey, answer: KeptAnswer) -> None:
        """Keep the answer for repetitions."""
        ...

    async def release(self, key: RequestKey) -> None:
        """Free the key: nothing was done, so a repetition may try again."""
        ...

    async def forget(self, scope: str) -> int:
        """Drop every key of the caller with the answer kept for it; return how many."""
        ...

    async def forget_expired(self) -> int:
        """Drop what is older than 24 hours; return how many."""
        ...
