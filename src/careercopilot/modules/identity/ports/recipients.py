"""People as those who write to them need them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from careercopilot.modules.identity.api.models import Recipient


class Recipients(Protocol):
    """Reads committed accounts, many at a time."""

    async def among(self, user_ids: Collection[UUID]) -> Mapping[UUID, Recipient]:
        """Return those who have an account, by id."""
        ...

    async def ids_after(self, after: UUID | None, registered_until: datetime, limit: int) -> Sequence[UUID]:
        """Return the next ids in ascending order, of accounts made by that moment."""
        ...
