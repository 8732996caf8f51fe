"""A cache: answers that would be dear to find again. All of it can be lost at any moment."""

from datetime import timedelta
from typing import Protocol


class Cache(Protocol):
    """Keeps bytes under a key for a while; one that is away behaves like one that forgot everything.

    Whoever caches what belongs to a person puts the person's id into the key.
    """

    async def get(self, key: str) -> bytes | None:
        """Return what was put, or None."""
        ...

    async def put(self, key: str, value: bytes, lasts: timedelta) -> None:
        """Keep the value, at most so long; it may be forgotten sooner."""
        ...
