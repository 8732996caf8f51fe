"""Passwords by argon2id."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import argon2
from argon2.exceptions import InvalidHashError, VerificationError

T = TypeVar("T")

_AT_ONCE = 2
_LONGEST = 1024


@dataclass(frozen=True)
class Argon2Cost:
    """What one hash costs; the defaults are OWASP's for argon2id."""

    memory_kib: int = 19_456
    passes: int = 2
    lanes: int = 1


class Argon2PasswordHasher:
    """Hashes in threads (argon2 lets go of the interpreter), two at a time, so that requests go on meanwhile."""

    def __init__(self, cost: Argon2Cost) -> None:
        self._hasher = argon2.PasswordHasher(
            time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes, type=argon2.Type.ID
        )
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def hash(self, password: str) -> str:
        return await self._in_thread(lambda: self._hasher.hash(password))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        # No password is longer, so one that is may be cut: the answer stays no, and the work stays bounded.
        text = password[:_LONGEST].encode(errors="replace")
        matches = await self._in_thread(lambda: self._matches(password_hash or self._nobody, text))
        return matches and password_hash is not None

    def is_outdated(self, password_hash: str) -> bool:
        return self._hasher.check_needs_rehash(password_hash)

    def _matches(self, password_hash: str, password: bytes) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _in_thread(self, work: Callable[[], T]) -> T:
        async with self._slots:
            return await asyncio.to_thread(work)
