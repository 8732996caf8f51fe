"""What this installation knows about a person."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID


class ExportPersonalRecords(Protocol):
    """Give a person everything that is held about them."""

    async def __call__(self, user_id: UUID) -> Mapping[str, object]:
        """Return the records as ``<context>/<kind>``, from every context. Raises UserNotFound.

        No secret is among them: neither the hash of the password nor any token.
        """
        ...
