"""Keeping passwords so that nobody can read them."""

from typing import Protocol


class PasswordHasher(Protocol):
    """Hashes slowly on purpose, without holding up other work."""

    async def hash(self, password: str) -> str:
        """Return a salted hash with its parameters."""
        ...

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Say whether the password is the hashed one.

        None stands for nobody's hash: the answer is False, after the same work.
        """
        ...

    def is_outdated(self, password_hash: str) -> bool:
        """Say whether the hash was made with other parameters than hashes are made with now."""
        ...
